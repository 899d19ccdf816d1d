import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './osquery.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads a row of a result', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'osquery@1',
    time: 1_773_144_000_000_000_000n,
    fields: {
      'event.action': 'added',
      'rule.name': 'pack_fim_file_events',
      'host.hostname': 'web01',
      'host.id': 'u7',
      'user.name': 'anna',
      'file.path': '/etc/passwd',
      'file.name': 'passwd',
      'file.size': 1204,
    },
  })
})

it('leaves other objects', () =>
  expect(read('{"hostIdentifier":"x","action":"added"}').parser).toBe('json@1'))
