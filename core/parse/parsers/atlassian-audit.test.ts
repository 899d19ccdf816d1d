import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

const action = (actionI18nKey: string) => ({ category: 'x', actionI18nKey, action: 'y' })

it('knows the program by its actions, the time in two numbers, and whom it is about', () => {
  const line = {
    auditType: action('bitbucket.service.user.audit.action.groupmembershipscreated.user'),
    author: { id: '2', name: 'anna', type: 'NORMAL' },
    affectedObjects: [
      { id: 'admins', name: 'admins', type: 'GROUP' },
      { id: '3', name: 'bert', type: 'USER' },
    ],
    source: '192.0.2.7',
    timestamp: { epochSecond: 1_773_144_000, nano: 12_000_000 },
  }
  expect(read(line)).toMatchObject({
    parser: 'atlassian-audit@1',
    time: 1_773_144_000_012_000_000n,
    fields: {
      'event.dataset': 'atlassian_bitbucket.audit',
      'user.name': 'anna',
      'user.target.id': '3',
      'user.target.name': 'bert',
      'user.target.group.name': 'admins',
      'source.ip': '192.0.2.7',
      'bitbucket.audit.type.category': 'x',
    },
  })
})

it('takes logins of Confluence from the address of the person', () => {
  const line = {
    timestamp: '2026-03-10T12:00:00.125Z',
    author: {
      id: 'c7',
      name: 'Anna A',
      type: 'user',
      uri: 'https://wiki.example.org/view?username=anna&x=1',
    },
    type: action('audit.logging.summary.group.created'),
    affectedObjects: [{ id: 'g7', name: 'staff', type: 'Group' }],
  }
  expect(read(line).fields).toMatchObject({
    'event.dataset': 'atlassian_confluence.audit',
    'user.name': 'anna',
    'user.full_name': 'Anna A',
    'group.id': 'g7',
  })
})

it.each([
  [
    {
      summary: 'Project created',
      authorAccountId: 'a7',
      remoteAddress: '192.0.2.7',
      created: '2026-03-10T12:00:00.125+0000',
    },
    'atlassian_jira.audit',
  ],
  [
    {
      type: action('atlassian.audit.event.action.audit.search'),
      author: { type: 'ApplicationUser' },
      affectedObjects: [],
    },
    'atlassian_jira.audit',
  ],
  [
    {
      type: action('atlassian.audit.event.action.audit.search'),
      author: { type: 'user' },
      affectedObjects: [],
      node: 'n',
    },
    'atlassian_bitbucket.audit',
  ],
])('%o is of %s', (line, dataset) => expect(read(line).fields['event.dataset']).toBe(dataset))

it('leaves what has an author and a type alone', () => {
  expect(read({ author: 'anna', affectedObjects: [], type: 'x' }).parser).toBe('json@1')
})
