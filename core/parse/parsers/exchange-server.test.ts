import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './exchange-server.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 60 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)
const [tracking = '', smtp = '', imap = ''] = parser.samples

it('reads message tracking', () => {
  const { time, fields } = read(tracking)
  expect(time).toBe(1_773_144_000_843_000_000n)
  expect(fields).toMatchObject({
    'event.dataset': 'microsoft_exchange_server.messagetracking',
    'event.action': 'RECEIVE',
    'email.subject': 'Plan, again',
    'email.to.address': ['anna@example.org', 'ben@example.org'],
    'client.ip': '192.0.2.7',
    'network.bytes': 15_054,
  })
})

it('reads SMTP, IMAP and POP', () => {
  expect(read(smtp).fields).toMatchObject({
    'event.dataset': 'microsoft_exchange_server.smtp',
    'client.ip': '192.0.2.7',
    'microsoft_exchange_server.command': 'EHLO mx.example.net',
  })
  expect(read(imap).fields).toMatchObject({
    'event.dataset': 'microsoft_exchange_server.imap4_pop3',
    'event.action': 'authenticate',
    'event.outcome': 'success',
    'user.name': 'anna',
    'source.ip': '192.0.2.7',
  })
})

it('leaves other separated values', () => {
  expect(read('2026-03-10T12:00:00.843Z,1,2,3').parser).toBe('raw@1')
})
