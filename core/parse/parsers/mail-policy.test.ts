import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './mail-policy.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads SPF results', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'mail-policy@1',
    fields: {
      'source.ip': '203.0.113.9',
      'source.domain': 'gw.example.org',
      'email.from.address': ['anna@example.org'],
      'postfix.spf.result': 'pass',
    },
  })
})

it('reads greylisting', () => {
  expect(read(parser.samples[1]).fields).toMatchObject({
    'event.action': 'greylist',
    'event.reason': 'new',
    'source.ip': '203.0.113.9',
    'destination.domain': 'example.com',
  })
})

it.each(['Pass; a=b', 'action=pass', 'whitelisted: a'])('does not read %s', (line) => {
  expect(read(line).parser).not.toBe('mail-policy@1')
})
