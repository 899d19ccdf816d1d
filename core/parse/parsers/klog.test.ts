import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './klog.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads a line', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'klog@1',
    time: 1_773_144_000_123_456_000n,
    fields: {
      'log.level': 'E',
      'log.origin.file.name': 'config.go',
      'log.origin.file.line': 489,
      'process.thread.id': 7,
      message: 'Expected to load root CA config',
    },
  })
})

it('does not read other words', () => {
  expect(read('E1310 12:00:00.123456 7 a.go:1] x').parser).toBe('raw@1')
})
