import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) =>
  parseLine(`<132>wlc01: *spam: Mar 10 12:00:00.5: ${message}`, 'auto', context).fields

it.each([
  [
    "%AAA-5-AAA_AUTH_ADMIN_USER: aaa.c:3083 Authentication succeeded for admin user 'anna' on 10.0.0.7",
    {
      'event.action': 'AAA_AUTH_ADMIN_USER',
      'event.provider': 'AAA',
      'event.severity': 5,
      'host.name': 'wlc01',
      'process.name': 'spam',
      'user.name': 'anna',
      'client.ip': '10.0.0.7',
      message: "Authentication succeeded for admin user 'anna' on 10.0.0.7",
    },
  ],
  [
    '%LWAPP-4-SIG_INFO1: spam_lrad.c:41207 Signature information; AP 00:00:5e:00:53:01, alarm ON, hits 300, slot 0, channel 6, most offending MAC 00:00:5e:00:53:09',
    { 'destination.mac': '00-00-5E-00-53-01', 'source.mac': '00-00-5E-00-53-09' },
  ],
  [
    '%DOT1X-3-ABORT_AUTH: [PA]1x_bauth_sm.c:391 Authentication Aborted for client 00:00:5e:00:53:07 Abort Reason:ROAM',
    { 'client.mac': '00-00-5E-00-53-07', 'event.reason': 'ROAM' },
  ],
])('cisco-aironet: %s', (message, expected) => {
  expect(read(message)).toMatchObject(expected)
})

it('leaves other texts with a star', () => {
  expect(parseLine('* item one', 'auto', context).parser).toBe('raw@1')
})
