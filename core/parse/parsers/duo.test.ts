import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

it('reads an authentication, with the port behind the address', () => {
  const line = {
    access_device: { ip: '192.0.2.7:1234', hostname: null },
    event_type: 'authentication',
    reason: 'user_marked_fraud',
    result: 'fraud',
    timestamp: 1_773_144_000,
    txid: 't1',
    user: { groups: ['Staff'], key: 'U7', name: 'anna' },
  }
  expect(read(line)).toMatchObject({
    parser: 'duo@1',
    time: 1_773_144_000_000_000_000n,
    fields: {
      'event.dataset': 'cisco_duo.auth',
      'event.outcome': 'failure',
      'event.reason': 'user_marked_fraud',
      'source.ip': '192.0.2.7',
      'source.port': 1234,
      'user.name': 'anna',
      'source.user.group.name': ['Staff'],
    },
  })
})

it("reads the JSON in the description of an administrator's action", () => {
  const description = JSON.stringify({
    ip_address: '192.0.2.7',
    error: 'SAML is off',
    email: 'anna@example.org',
  })
  const line = {
    action: 'admin_login_error',
    description,
    isotimestamp: '2026-03-10T12:00:00+00:00',
    username: '',
  }
  expect(read(line).fields).toMatchObject({
    'event.dataset': 'cisco_duo.admin',
    'event.outcome': 'failure',
    'event.reason': 'SAML is off',
    'source.ip': '192.0.2.7',
    'user.email': 'anna@example.org',
  })
  expect(read({ ...line, description: '{broken' }).fields['event.outcome']).toBe('failure')
})

it.each([
  [{ action: 'o2fa_user_provisioned', description: null, isotimestamp: 'x' }, 'cisco_duo.offline_enrollment'],
  [{ context: 'verify', credits: 1, phone: '+15550100', type: 'sms' }, 'cisco_duo.telephony'],
  [{ activity_id: 'a1', actor: { name: 'anna' }, action: { name: 'user_update' } }, 'cisco_duo.activity'],
])('%o is of %s', (line, dataset) => expect(read(line).fields['event.dataset']).toBe(dataset))
