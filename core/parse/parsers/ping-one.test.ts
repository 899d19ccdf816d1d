import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

const line = {
  id: 'e1',
  recordedAt: '2026-03-10T12:00:00.125Z',
  correlationId: 'c1',
  result: { status: 'SUCCESS' },
}

it.each([
  ['USER.CREATED', ['iam', 'configuration'], ['creation', 'user']],
  ['MEMBER_OF_GROUP.DELETED', ['iam', 'configuration'], ['deletion', 'group']],
  ['PASSWORD.RESET', ['iam'], ['info']],
  ['AUTHENTICATION.CREATED', ['authentication'], ['start']],
])('%s', (type, category, types) => {
  const resources = [{ type: 'USER', href: 'https://api.example.org/v1/users/u8' }]
  expect(read({ ...line, action: { type }, resources })).toMatchObject({
    parser: 'ping-one@1',
    time: 1_773_144_000_125_000_000n,
    fields: {
      'event.action': type.toLowerCase(),
      'event.category': category,
      'event.type': types,
      'event.outcome': 'success',
      'url.path': '/v1/users/u8',
    },
  })
})

it('leaves actions that are words', () => expect(read({ ...line, action: 'x' }).parser).toBe('json@1'))
