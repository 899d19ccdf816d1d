import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) =>
  parseLine(`Mar 10 12:00:00 web01 systemd-logind[7]: ${message}`, 'auto', context).fields

it.each([
  ['New session 12 of user anna.', 'session-opened', { 'user.name': 'anna', 'systemd.session': '12' }],
  ["New session 'c2' of user 'gdm' with class 'greeter'.", 'session-opened', { 'user.name': 'gdm' }],
  ['Removed session 12.', 'session-closed', { 'systemd.session': '12' }],
  [
    'Session 12 logged out. Waiting for processes to exit.',
    'session-logged-out',
    { 'systemd.session': '12' },
  ],
  ['System is rebooting.', 'host-rebooting', {}],
])('%s', (message, action, expected) => {
  expect(read(message)).toMatchObject({ ...expected, 'event.action': action, message })
})

it('leaves out what a message does not say', () => {
  expect(read('Watching system buttons on /dev/input/event1')).not.toHaveProperty(['event.action'])
})
