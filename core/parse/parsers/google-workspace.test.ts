import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './google-workspace.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context).fields
const [login = '', admin = '', drive = ''] = parser.samples

it('reads log-ins', () => {
  expect(read(login)).toMatchObject({
    'event.dataset': 'google_workspace.login',
    'event.action': 'login_failure',
    'event.outcome': 'failure',
    'user.name': 'anna',
    'user.domain': 'example.org',
    'source.ip': '192.0.2.7',
    'google_workspace.login.is_suspicious': true,
  })
})

it('reads one event that is no list, and whom it is about', () => {
  expect(read(admin)).toMatchObject({
    'event.dataset': 'google_workspace.admin',
    'google_workspace.event.type': 'USER_SETTINGS',
    'user.target.email': 'new@example.org',
    'user.target.name': 'new',
    'event.id': '7',
  })
})

it('describes the first of several events and keeps the others findable', () => {
  expect(read(drive)).toMatchObject({
    'event.action': 'edit',
    'google_workspace.event.name': ['edit', 'change_user_access'],
    'file.name': 'Plan',
    'google_workspace.drive.target_user': 'eve@example.net',
    'google_workspace.drive.new_value': ['can_edit'],
  })
})

it('reads messages in parameters', () => {
  const scopes = (name: string) => ({ parameter: [{ name: 'scope_name', value: name }] })
  const event = {
    name: 'authorize',
    parameters: [{ name: 'scope_data', multiMessageValue: [scopes('a'), scopes('b')] }],
  }
  const line = { id: { time: '2026-03-10T12:00:00Z', applicationName: 'token' }, actor: {}, events: [event] }
  expect(read(JSON.stringify(line))['google_workspace.token.scope_data.scope_name']).toEqual(['a', 'b'])
})
