import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './sendmail.ts'

const parseLine = createParseLine()
const read = (line = '') =>
  parseLine(`<22>Mar 10 12:00:00 mx sm-mta[7]: ${line}`, 'auto', {
    received: Date.UTC(2026, 2, 11),
    zoneMinutes: 0,
  })

it.each([
  [
    parser.samples[0],
    {
      'event.action': 'reject',
      'event.outcome': 'failure',
      'source.ip': '203.0.113.9',
      'email.to.address': ['bob@example.com'],
    },
  ],
  [parser.samples[1], { 'event.action': 'authentication-failed', 'source.ip': '203.0.113.9' }],
  [
    parser.samples[2],
    { 'event.action': 'sent', 'event.outcome': 'success', 'destination.ip': '198.51.100.7' },
  ],
  [
    '07K14DNj027841: AUTH failure (LOGIN): checkpass failed, user=anna, relay=[198.51.100.7], relay=[203.0.113.9] (may be forged)',
    { 'source.ip': '203.0.113.9' },
  ],
  [
    't2MLJmYb081207: gw.example.org [203.0.113.9]: EXPN root [rejected]',
    { 'event.action': 'reject', 'source.domain': 'gw.example.org' },
  ],
])('reads %s', (line, fields) => {
  expect(read(line)).toMatchObject({ parser: 'sendmail@1', fields })
})
