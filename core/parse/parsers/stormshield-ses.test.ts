import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (TypeComputedMap: string, SpecificData: object) =>
  parseLine(
    JSON.stringify({
      TypeComputedMap,
      EventGuid: '{e7}',
      Severity: 2,
      Timestamp: '2026-03-10T12:00:00.0000000+00:00',
      SpecificData,
    }),
    'auto',
    { received: 0, zoneMinutes: 0 },
  )

it('reads the start of a process', () => {
  const data = {
    CreatedProcess: { PID: 4012, ProcessImageName: 'C:\\a\\b.exe' },
    SourceProcess: { PID: 1, ProcessImageName: 'C:\\a\\c.exe' },
    Action: { RuleGuid: '{r7}' },
  }
  expect(read('ProcessExecution', data)).toMatchObject({
    parser: 'stormshield-ses@1',
    time: 1_773_144_000_000_000_000n,
    fields: {
      'event.code': 'ProcessExecution',
      'process.pid': 4012,
      'process.name': 'b.exe',
      'rule.uuid': 'r7',
    },
  })
})

it.each([
  ['RegistryValueRead', { 'registry.hive': 'HKLM', 'registry.key': 'SOFTWARE\\x' }],
  ['FileRead', { 'file.name': 'x', 'file.path': 'HKLM\\SOFTWARE\\x' }],
])('takes the path of %s for what it is', (kind, fields) => {
  expect(read(kind, { Path: 'HKLM\\SOFTWARE\\x' }).fields).toMatchObject(fields)
})
