import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

const at = 1_773_144_000_125

it.each([
  ['team.add_member', ['configuration', 'web', 'iam'], ['group', 'user', 'creation']],
  ['org.invite_member', ['configuration', 'web', 'iam'], ['group', 'user']],
  ['repo.create', ['configuration', 'web'], ['creation']],
  ['workflows.delete_workflow_run', ['configuration', 'web'], ['deletion']],
  ['integration_installation.repositories_removed', ['configuration', 'web'], ['deletion']],
  ['git.push', ['configuration', 'web'], ['change']],
])('%s', (action, category, type) => {
  const { fields, time } = read({ action, actor: 'anna', org: 'example', created_at: at })
  expect(fields).toMatchObject({
    'event.dataset': 'github.audit',
    'event.action': action,
    'event.category': category,
    'event.type': type,
    'user.name': 'anna',
    'github.org': 'example',
  })
  expect(time).toBe(1_773_144_000_125_000_000n)
})

it('takes the organisation for the group only where it is about its people', () => {
  const line = { actor: 'anna', org: 'example', created_at: at }
  expect(read({ ...line, action: 'org.add_member', user: 'bert' }).fields).toMatchObject({
    'group.name': 'example',
    'user.target.name': 'bert',
  })
  expect(read({ ...line, action: 'repo.create' }).fields['group.name']).toBeUndefined()
})

it('leaves the actions of other programs', () => {
  expect(read({ action: 'saved', actor: 'anna', created_at: '2026-03-10T12:00:00Z' }).parser).toBe('json@1')
})
