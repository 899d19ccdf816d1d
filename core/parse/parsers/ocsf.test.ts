import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) =>
  parseLine(
    JSON.stringify({ category_uid: 1, metadata: { version: '1.1.0' }, time: 1_773_144_000_125, ...line }),
    'auto',
    {
      received: 0,
      zoneMinutes: 0,
    },
  )

it('reads a log-in that failed', () => {
  const line = {
    class_uid: 3002,
    activity_name: 'Logon',
    severity_id: 3,
    status: 'Failure',
    user: { name: 'anna' },
    actor: { user: { name: 'dc01$' } },
    src_endpoint: { ip: '192.0.2.7' },
  }
  expect(read(line)).toMatchObject({
    parser: 'ocsf@1',
    time: 1_773_144_000_125_000_000n,
    fields: {
      'event.code': '3002',
      'event.action': 'logon',
      'event.severity': 3,
      'event.outcome': 'failure',
      'user.name': 'dc01$',
      'user.target.name': 'anna',
      'source.ip': '192.0.2.7',
    },
  })
})

it('reads objects where they stand, hashes by their algorithm', () => {
  const line = {
    class_uid: 1001,
    actor: { process: { name: 'a', pid: 7, parent_process: { name: 'b' }, file: { path: '/bin/a' } } },
    file: {
      name: 'x',
      hashes: [
        { algorithm_id: 3, value: 'ab12' },
        { algorithm_id: 99, value: 'y' },
      ],
    },
    attacks: [{ technique: { uid: 'T1059' } }],
  }
  expect(read(line).fields).toMatchObject({
    'process.name': 'a',
    'process.parent.name': 'b',
    'process.executable': '/bin/a',
    'file.name': 'x',
    'file.hash.sha256': 'ab12',
    'threat.technique.id': ['T1059'],
  })
})

it('leaves a class that is no number', () => expect(read({ class_uid: 'x' }).parser).toBe('json@1'))
