import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) => parseLine(`Mar 10 12:00:00 web01 systemd[1]: ${message}`, 'auto', context)

it.each([
  ['Started nginx.service - web server.', { 'event.action': 'service-started', 'service.name': 'nginx' }],
  ['Started A web server.', { 'event.action': 'service-started' }],
  ['Failed to start backup.service.', { 'event.action': 'service-failed' }],
  [
    "backup.service: Failed with result 'exit-code'.",
    { 'event.action': 'service-failed', 'systemd.unit': 'backup.service', 'event.reason': 'exit-code' },
  ],
  [
    'backup.service: Main process exited, code=exited, status=7/FAILURE',
    { 'event.action': 'service-exited', 'process.exit_code': 7 },
  ],
  ['session-3.scope: Deactivated successfully.', { 'systemd.unit': 'session-3.scope' }],
  ['Reached target Multi-User System.', { 'event.action': 'target-reached' }],
  ['Time has been changed', { 'event.action': 'time-changed' }],
  ['Something else: entirely', { 'event.provider': 'systemd' }],
])('%s', (message, expected) => {
  expect(read(message)).toMatchObject({
    parser: 'systemd@1',
    fields: { ...expected, message, 'event.dataset': 'system.syslog', 'process.pid': 1 },
  })
})
