import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (record: object) =>
  parseLine(JSON.stringify({ format: 'elastic', syslog: { audit_record: record } }), 'auto', {
    received: 0,
    zoneMinutes: 0,
  })
const record = {
  IsoTimestamp: '2026-03-10T12:00:00Z',
  Hostname: 'VAULT',
  MessageID: '302',
  Desc: 'PSM Disconnect',
  Severity: 'Info',
  Issuer: 'anna',
  Station: '10.0.0.9',
}

it('reads a session from whoever asked to the account that was used', () => {
  const extra = 'DstHost=192.0.2.9;Protocol=SSH;SessionDuration=00:01:05;SrcHost=10.0.0.7;User=root;'
  expect(read({ ...record, ExtraDetails: extra })).toMatchObject({
    parser: 'cyberark-pas@1',
    time: 1_773_144_000_000_000_000n,
    fields: {
      'event.action': 'psm disconnect',
      'event.code': '302',
      'event.severity': 2,
      'event.duration': 65_000_000_000,
      'source.ip': '10.0.0.7',
      'destination.ip': '192.0.2.9',
      'network.direction': 'outbound',
      'network.application': 'ssh',
      'source.user.name': 'anna',
      'destination.user.name': 'root',
    },
  })
})

it('reads properties of accounts, reasons and users of the vault', () => {
  const more = {
    CAProperties: { CAProperty: [{ Name: 'Address', Value: 'db.example.org' }, { Name: 'x' }] },
    Reason: 'Task. Code: 7, Error: no such user\n',
    SourceUser: 'bert',
  }
  expect(read({ ...record, ...more }).fields).toMatchObject({
    'destination.domain': 'db.example.org',
    'event.reason': 'no such user',
    'user.name': 'anna',
    'user.target.name': 'bert',
  })
})

it('leaves other JSON with syslog in it', () => {
  expect(parseLine('{"syslog":{"a":1},"format":"x"}', 'auto', { received: 0, zoneMinutes: 0 }).parser).toBe(
    'json@1',
  )
})
