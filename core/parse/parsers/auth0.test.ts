import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })

const data = {
  date: '2026-03-10T12:00:00.125Z',
  type: 'fp',
  ip: '192.0.2.7',
  user_name: 'anna@example.org',
  user_id: 'auth0|7',
}

it.each([
  ['streamed', { log_id: 'l1', data: { ...data, log_id: 'l1' } }],
  ['listed', { ...data, log_id: 'l1' }],
  ['handed on by Elastic Agent', { json: { log_id: 'l1', data } }],
])('reads a log that is %s', (_, line) => {
  expect(read(line)).toMatchObject({
    parser: 'auth0@1',
    time: 1_773_144_000_125_000_000n,
    fields: {
      'event.code': 'fp',
      'event.id': 'l1',
      'source.ip': '192.0.2.7',
      'network.type': 'ipv4',
      'user.name': 'anna@example.org',
      'user.email': 'anna@example.org',
      'user.id': 'auth0|7',
      'log.level': 'error',
      'auth0.logs.data.type': 'fp',
    },
  })
})

it.each([
  ['s', 'info'],
  ['limit_wc', 'warning'],
  ['gd_recovery_failed', 'error'],
])('%s has the level %s', (type, level) => {
  expect(read({ ...data, type, log_id: 'l1' }).fields['log.level']).toBe(level)
})

it('leaves what has an id of a log alone', () => {
  expect(read({ log_id: 'l1', data: { a: 1 } }).parser).toBe('json@1')
  expect(read({ json: { json: { json: 1 } } }).parser).toBe('json@1')
})
