import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './fail2ban.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads bans', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'fail2ban@1',
    time: 1_773_144_000_388_000_000n,
    fields: {
      'event.action': 'banned',
      'event.kind': 'alert',
      'source.ip': '203.0.113.9',
      'fail2ban.jail': 'sshd',
    },
  })
  const syslog =
    '<13>Mar 10 12:00:00 h fail2ban-server[7]: fail2ban.actions [7]: NOTICE [sshd] Unban 203.0.113.9'
  expect(read(syslog).fields).toMatchObject({ 'event.action': 'unbanned', 'source.ip': '203.0.113.9' })
})

it('reads what was found', () => {
  expect(read(parser.samples[1]).fields['event.action']).toBe('found')
})

it('leaves others', () => {
  expect(read('2026-03-10 12:00:00,388 other').parser).toBe('raw@1')
})
