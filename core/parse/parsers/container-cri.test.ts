import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)

it('reads time, stream and message', () => {
  expect(read('2026-03-10T13:00:00.123456789+01:00 stderr F worker 3: started')).toEqual({
    parser: 'container-cri@1',
    time: 1_773_144_000_123_456_789n,
    fields: {
      'event.dataset': 'kubernetes.container_logs',
      stream: 'stderr',
      message: 'worker 3: started',
    },
  })
})

it('gives the line to its parser', () => {
  const { parser, fields } = read('2026-03-10T12:00:00Z stdout F {"level":"warn","msg":"disk almost full"}')
  expect([parser, fields.message, fields.stream]).toEqual(['json@1', 'disk almost full', 'stdout'])
})

it('marks a part of a line, and an empty line is one', () => {
  expect(read('2026-03-10T12:00:00Z stdout P abc').fields).toMatchObject({ 'log.flags': ['partial'] })
  expect(read('2026-03-10T12:00:00Z stdout F').fields).toMatchObject({ stream: 'stdout' })
})

it.each([
  '2026-03-10T12:00:00Z stdout X abc',
  '2026-03-10T12:00:00Z stdin F abc',
  '2026-03-10T12:00:99Z stdout F abc',
])('does not read %s', (line) => expect(read(line).parser).not.toBe('container-cri@1'))
