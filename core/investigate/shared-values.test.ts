import { expect, it } from 'vitest'
import type { Fields } from '../event/event.ts'
import { sharedValues } from './shared-values.ts'

const of = (...fields: Fields[]) =>
  sharedValues(
    { site: 'hub', kind: 'user', value: 'anna' },
    fields.map((one) => ({ fields: one })),
  )
const shown = (...fields: Fields[]) =>
  of(...fields).map(({ kind, value, onHost }) => `${kind} ${value}${onHost ? ` on ${onHost}` : ''}`)

it('takes what the alert is about and what its events name, each once', () => {
  expect(
    shown({
      'user.name': 'Anna',
      'host.name': 'WS-9',
      'source.ip': ['10.1.2.3', 'unknown', '127.0.0.1'],
      'process.entity_id': '{AB}',
      'process.pid': 7,
      'process.parent.entity_id': '{CD}',
      'file.hash.sha256': 'FF00',
      'url.domain': '-',
    }),
  ).toEqual(['user anna', 'host ws-9', 'address 10.1.2.3', 'process {AB}', 'hash ff00', 'process {CD}'])
})

it('takes a pid on its host where a process has no id of its own', () => {
  expect(shown({ 'host.name': 'WS-9', 'process.pid': 7 })).toEqual([
    'user anna',
    'host ws-9',
    'process 7 on ws-9',
  ])
  expect(shown({ 'process.pid': 7 })).toEqual(['user anna'])
})

it('spells addresses as the store does, and passes over pids that are none', () => {
  expect(shown({ 'source.ip': ['FE80::1%eth0', '010.1.2.3'] })).toEqual([
    ...['user anna', 'address fe80::1', 'address 10.1.2.3'],
  ])
  for (const pid of [1.5, -1, 2 ** 32, 1e21, Number.NaN])
    expect(shown({ 'host.name': 'ws-9', 'process.pid': pid })).toEqual(['user anna', 'host ws-9'])
})

it('takes the address that the alert is about, of whatever kind it is, and of its events no multicast', () => {
  const about = (value: string) =>
    sharedValues({ site: 'hub', kind: 'ip', value }, [{ fields: { 'destination.ip': '224.0.0.251' } }])
  expect(about('198.51.100.15')).toEqual([{ kind: 'address', value: '198.51.100.15', everywhere: false }])
  expect(about('0.0.0.0')).toEqual([])
})

it('knows what means the same in another network', () => {
  const values = of({
    'host.name': 'a',
    'source.ip': '10.0.0.1',
    'destination.ip': '9.9.9.9',
    'process.pid': 1,
  })
  expect(values.filter(({ everywhere }) => everywhere).map(({ value }) => value)).toEqual(['anna', '9.9.9.9'])
})

it('is bounded', () => {
  const users = Array.from({ length: 500 }, (_, n) => ({ 'user.name': `u${n}`, 'host.name': `h${n}` }))
  expect(of(...users)).toHaveLength(24)
})
