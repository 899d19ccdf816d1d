import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })
const time = '2026-03-10T12:00:00.125Z'

it.each([
  [
    'onelogin.events',
    { event_type_id: 5, account_id: 7, user_id: 8, user_name: 'anna', ipaddr: '192.0.2.7', created_at: time },
    { 'event.code': '5', 'onelogin.event_type_id': 5, 'user.name': 'anna', 'source.ip': '192.0.2.7' },
  ],
  [
    'jumpcloud.events',
    {
      initiated_by: { id: 'u7', email: 'anna@example.org' },
      event_type: 'admin_login_attempt',
      client_ip: '192.0.2.7',
      success: false,
      timestamp: time,
    },
    { 'event.outcome': 'failure', 'event.category': ['authentication'], 'client.ip': '192.0.2.7' },
  ],
  [
    'authentik.event',
    {
      brand: {},
      client_ip: '192.0.2.7',
      action: 'login_failed',
      user: { pk: 7, email: 'anna@example.org' },
      created: time,
    },
    { 'event.action': 'login-failed', 'user.id': '7', 'user.domain': 'example.org' },
  ],
  [
    '1password.signin_attempts',
    { target_user: { uuid: 'u7' }, session_uuid: 's', category: 'credentials_failed', timestamp: time },
    { 'event.outcome': 'failure', 'user.id': 'u7' },
  ],
  [
    '1password.audit_events',
    { actor_uuid: 'u7', object_type: 'user', action: 'suspend', timestamp: time },
    { 'event.action': 'suspend', 'user.id': 'u7' },
  ],
  [
    '1password.item_usages',
    { item_uuid: 'i', vault_uuid: 'v', used_version: 1, user: { uuid: 'u7' }, timestamp: time },
    { 'event.category': ['file'], 'user.id': 'u7' },
  ],
  [
    'bitwarden.event',
    { object: 'event', type: 1000, actingUserId: 'u7', ipAddress: '192.0.2.7', date: time },
    { 'event.code': '1000', 'user.id': 'u7' },
  ],
  [
    'slack.audit',
    {
      date_create: time,
      action: 'user_login',
      entity: {},
      actor: { user: { id: 'U7', email: 'anna@example.org' } },
      context: { ip_address: '192.0.2.7' },
    },
    { 'user.email': 'anna@example.org', 'source.ip': '192.0.2.7' },
  ],
  [
    'mattermost.audit',
    {
      api_path: '/api/v4/teams',
      event: 'patchTeam',
      ip_address: '192.0.2.7',
      status: 'fail',
      timestamp: time,
    },
    { 'event.type': ['group', 'change'], 'event.outcome': 'failure', 'url.path': '/api/v4/teams' },
  ],
  [
    'zoom.webhook',
    {
      zoom: {
        event: 'user.settings_updated',
        payload: { operator_id: 'u7', object: { id: 'u8' } },
        event_ts: time,
      },
    },
    { 'event.category': ['configuration', 'iam'], 'user.id': 'u7', 'user.target.id': 'u8' },
  ],
  [
    'box_events.events',
    {
      event_id: 'e1',
      event_type: 'SHIELD_ALERT',
      created_by: { id: '7' },
      ip_address: '192.0.2.7',
      created_at: time,
    },
    { 'event.kind': 'alert', 'client.ip': '192.0.2.7' },
  ],
  [
    'salesforce.event',
    {
      EVENT_TYPE: 'ApexExecution',
      ORGANIZATION_ID: 'o',
      TIMESTAMP_DERIVED: time,
      REQUEST_STATUS: 'S',
      TLS_PROTOCOL: 'TLSv1.2',
    },
    { 'event.action': 'apex-execution', 'event.outcome': 'success', 'tls.version': '1.2' },
  ],
  [
    'salesforce.setupaudittrail',
    { DelegateUser: null, Section: 's', CreatedById: 'u7', Action: 'changedUser', CreatedDate: time },
    { 'event.action': 'changedUser', 'event.type': ['admin'] },
  ],
])('%s', (dataset, line, fields) => {
  expect(read(line)).toMatchObject({
    parser: 'saas-audit@1',
    time: 1_773_144_000_125_000_000n,
    fields: { ...fields, 'event.dataset': dataset },
  })
})

it('reads the time of LastPass in the zone of its source', () => {
  const line = {
    Time: '2026-03-10 12:00:00',
    Username: 'anna@example.org',
    IP_Address: '192.0.2.7',
    Action: 'Log in',
  }
  const got = parseLine(JSON.stringify(line), 'saas-audit', { received: 0, zoneMinutes: 60 })
  expect(got).toMatchObject({
    time: 1_773_140_400_000_000_000n,
    fields: { 'event.action': 'log in', 'user.email': 'anna@example.org' },
  })
})
