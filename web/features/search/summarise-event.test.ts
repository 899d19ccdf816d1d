import { expect, it } from 'vitest'
import { summariseEvent, textOf } from './summarise-event.ts'

it('shows the message where there is one', () => {
  expect(
    summariseEvent({ message: 'session opened', fields: { 'event.action': 'logged-in' }, raw: '' }),
  ).toBe('session opened')
})

it('else the action and what says most about it', () => {
  const fields = {
    'process.name': 'nginx',
    'source.ip': '192.0.2.7',
    'http.request.method': 'GET',
    'url.original': '/login',
    'http.response.status_code': 404,
  }
  expect(summariseEvent({ message: null, fields, raw: '{}' })).toBe(
    'http.request.method=GET  url.original=/login  http.response.status_code=404  source.ip=192.0.2.7',
  )
  expect(summariseEvent({ message: '', fields: { 'event.code': '1102' }, raw: '{}' })).toBe('1102')
})

it('else the line as it came, as far as a cell shows it', () => {
  const fields = { 'cloud.region': 'eu-west-1' }
  const raw = '{"awsRegion":"eu-west-1"}'
  expect(summariseEvent({ message: null, fields, raw })).toBe(raw)
  expect(summariseEvent({ message: '', fields, raw: 'x'.repeat(1_000_000) }).length).toBeLessThan(1_000)
})

it('lists many values', () => {
  expect(textOf(['10.0.0.1', '10.0.0.2'])).toBe('10.0.0.1, 10.0.0.2')
  expect(textOf(undefined)).toBe('')
  expect(textOf(false)).toBe('false')
})
