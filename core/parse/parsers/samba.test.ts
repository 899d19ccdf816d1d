import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './samba.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it.each([
  [0, { 'event.action': 'authentication-failed', 'event.outcome': 'failure', 'source.port': 51012 }],
  [1, { 'event.action': 'unlink', 'event.outcome': 'success', 'file.name': 'a.doc', 'samba.share': 'docs' }],
  [2, { 'event.action': 'logged-in', 'event.outcome': 'success', 'destination.ip': '10.0.0.5' }],
])('reads sample %i', (i, fields) => {
  expect(read(parser.samples[i])).toMatchObject({
    parser: 'samba@1',
    fields: { 'user.name': 'anna', 'source.ip': '203.0.113.9', ...fields },
  })
})

it('leaves others', () => {
  expect(read('smbd_audit: a|b').parser).toBe('raw@1')
})
