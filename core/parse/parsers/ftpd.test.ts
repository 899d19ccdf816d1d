import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './ftpd.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it.each(parser.samples)('reads %s', (line) => {
  expect(read(line)).toMatchObject({
    parser: 'ftpd@1',
    fields: {
      'event.action': 'authentication-failed',
      'event.outcome': 'failure',
      'source.ip': '203.0.113.9',
      'user.name': 'anna',
    },
  })
})

it('reads transfers and log-ins', () => {
  expect(
    read('Tue Mar 10 12:00:00 2026 [pid 7] [anna] OK UPLOAD: Client "203.0.113.9", "/a", 12 bytes').fields,
  ).toMatchObject({
    'event.action': 'upload',
    'event.outcome': 'success',
    'file.path': '/a',
  })
  expect(read('(anna@203.0.113.9) [INFO] anna is now logged in').fields['event.action']).toBe('logged-in')
})

it('leaves others', () => {
  expect(read('(a) b').parser).toBe('raw@1')
})
