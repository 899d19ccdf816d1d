import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

const api = {
  action: { result: true, type: 'token_create' },
  actor: { email: 'anna@example.org', id: 'u7', ip: '192.0.2.7' },
  id: 'e1',
  interface: '',
  owner: { id: 'a7' },
  when: '2026-03-10T12:00:00Z',
}

it.each([
  ['token_create', 'iam', 'creation'],
  ['rec_del', 'configuration', 'deletion'],
  ['API_key_view', 'iam', 'info'],
  ['login', 'authentication', 'info'],
  ['purge', 'configuration', 'deletion'],
  ['token_roll', 'iam', 'change'],
])('%s is %s, %s', (type, category, kind) => {
  expect(read({ ...api, action: { result: true, type } })).toMatchObject({
    parser: 'cloudflare-audit@1',
    time: 1_773_144_000_000_000_000n,
    fields: {
      'event.action': type,
      'event.category': [category],
      'event.type': [kind],
      'event.outcome': 'success',
      'source.ip': '192.0.2.7',
      'user.email': 'anna@example.org',
      'cloud.account.id': 'a7',
    },
  })
})

it('reads what Logpush sends, IPv4 in IPv6', () => {
  const line = {
    ActionResult: false,
    ActionType: 'gateway_update',
    ActorIP: '::ffff:192.0.2.7',
    When: '2026-03-10T12:00:00Z',
  }
  expect(read(line).fields).toMatchObject({
    'event.dataset': 'cloudflare_logpush.audit',
    'event.outcome': 'failure',
    'source.ip': '192.0.2.7',
  })
})

it('leaves other actions of other actors', () => {
  expect(read({ action: 'x', actor: 'y', when: 'z' }).parser).toBe('json@1')
})
