import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

const line = { severity: 'INFO', time: '2026-03-10T12:00:00.125Z', correlation_id: 'c1' }

it.each([
  [
    'Failed Login: username=anna ip=192.0.2.7',
    { 'event.outcome': 'failure', 'user.name': 'anna', 'event.action': 'login' },
  ],
  ['Group "staff" was created', { 'event.type': ['creation', 'info'], 'group.name': 'staff' }],
  [
    'User "bert" (bert@example.org) was deleted',
    { 'event.type': ['deletion', 'info'], 'user.target.email': 'bert@example.org' },
  ],
  ['started', { 'event.category': ['configuration'], 'event.type': ['info'] }],
])('%s', (message, fields) => {
  expect(read({ ...line, message, 'meta.remote_ip': '192.0.2.7' }).fields).toMatchObject({
    ...fields,
    'event.dataset': 'gitlab.application',
    'source.ip': '192.0.2.7',
    'client.ip': '192.0.2.7',
    'event.severity': 1,
  })
})

it.each([
  [{ author_id: 7, entity_type: 'Project', target_type: 'Project', change: 'visibility' }, 'gitlab.audit'],
  [
    { controller: 'SessionsController', action: 'new', path: '/users/sign_in', status: 200 },
    'gitlab.production',
  ],
  [{ route: '/api/:version/users', path: '/api/v4/users', db_count: 3, duration_s: 0.25 }, 'gitlab.api'],
  [{ message: 'Rack_Attack', env: 'throttle', request_method: 'GET', path: '/' }, 'gitlab.auth'],
  [{ class: 'Worker', jid: 'j1', job_status: 'done' }, 'gitlab.sidekiq'],
])('%o is of %s', (more, dataset) => {
  expect(read({ ...line, ...more })).toMatchObject({
    parser: 'gitlab@1',
    time: 1_773_144_000_125_000_000n,
    fields: { 'event.dataset': dataset },
  })
})

it('takes the client of those that forwarded', () => {
  const { fields } = read({ ...line, route: '/', remote_ip: '192.0.2.7, 10.0.0.1', duration_s: 0.25 })
  expect(fields).toMatchObject({ 'source.ip': '192.0.2.7', 'event.duration': 250_000_000 })
})
