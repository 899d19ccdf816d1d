import { expect, it } from 'vitest'
import type { Scalar } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { setCommonFields } from './set-common-fields.ts'

it.each<[string, Scalar, string, unknown]>([
  ['ip_src', '10.0.0.7', 'source.ip', '10.0.0.7'],
  ['senderIPAddress', '10.0.0.7', 'source.ip', '10.0.0.7'],
  ['connsrcip', '10.0.0.7', 'source.ip', '10.0.0.7'],
  ['newconnsrcip', '10.0.0.7', 'source.nat.ip', '10.0.0.7'],
  ['newconnsrcport', '40100', 'source.nat.port', 40100],
  ['conndestzone', 'wan', 'observer.egress.zone', 'wan'],
  ['ip_dst', '10.0.0.7', 'destination.ip', '10.0.0.7'],
  ['ipproto', 'UDP', 'network.transport', 'udp'],
  ['protocol', '6', 'network.iana_number', '6'],
  ['messageId', '<1@example.org>', 'email.message_id', '1@example.org'],
  ['messageId', 'a1b2c3d4', 'email.message_id', undefined],
  ['cve', 'CVE-2026-0001', 'vulnerability.id', 'CVE-2026-0001'],
  ['cs-uri-scheme', 'https', 'url.scheme', 'https'],
  ['httpVersion', '1.1', 'http.version', '1.1'],
  ['cloudProvider', 'AWS', 'cloud.provider', 'aws'],
  ['x-mailer', 'Mailer 1', 'email.x_mailer', 'Mailer 1'],
  ['events.actor_process_command_line', 'id -u', 'process.command_line', 'id -u'],
])('reads %s=%s as %s', (name, value, field, expected) => {
  const fields = createFields()
  fields[name] = value
  setCommonFields(fields)
  expect(fields[field]).toEqual(expected)
})
