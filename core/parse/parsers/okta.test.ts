import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

const event = {
  actor: { id: 'u7', type: 'User', alternateId: 'anna@example.org', displayName: 'Anna' },
  displayMessage: 'Add user to group membership',
  eventType: 'group.user_membership.add',
  outcome: { result: 'SUCCESS', reason: null },
  published: '2026-03-10T12:00:00.125Z',
  severity: 'INFO',
  uuid: 'e1',
}

it('keeps its own names and sets those of ECS', () => {
  const target = [
    { id: 'u8', type: 'User', alternateId: 'bert@example.org', displayName: 'Bert' },
    { id: 'g7', type: 'UserGroup', displayName: 'Admins' },
  ]
  expect(read({ ...event, target, client: { ipAddress: '192.0.2.7' } })).toMatchObject({
    parser: 'okta@1',
    time: 1_773_144_000_125_000_000n,
    fields: {
      'event.dataset': 'okta.system',
      'event.action': 'group.user_membership.add',
      'event.outcome': 'success',
      'event.reason': 'Add user to group membership',
      'user.name': 'anna',
      'user.email': 'anna@example.org',
      'source.ip': '192.0.2.7',
      'user.target.id': 'u8',
      'user.target.name': 'bert',
      'user.target.group.name': 'Admins',
      'okta.outcome.result': 'SUCCESS',
      'okta.actor.alternateId': 'anna@example.org',
      'log.level': 'info',
    },
  })
})

it.each([
  ['DENY', 'failure'],
  ['FAILURE', 'failure'],
  ['ALLOW', 'success'],
  ['CHALLENGE', 'unknown'],
])('%s is %s', (result, outcome) => {
  expect(read({ ...event, outcome: { result } }).fields['event.outcome']).toBe(outcome)
})

it('leaves what only has the name of an event', () => {
  expect(read({ displayMessage: 'x', eventType: 7, published: 'y' }).parser).toBe('json@1')
})
