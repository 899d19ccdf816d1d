import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './tomcat.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads messages and stack traces', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'tomcat@1',
    time: 1_773_144_000_123_000_000n,
    fields: {
      'log.level': 'info',
      'apache_tomcat.catalina.subsystem': 'main',
      'log.logger': 'org.apache.catalina.startup.HostConfig.deployWAR',
    },
  })
  expect(read(parser.samples[1]).fields['error.stack_trace']).toBe('\tjava.lang.NullPointerException')
})

it.each(['10-Mar-2026 12:00:00.123 LOUD [main] a', '10-Foo-2026 12:00:00 INFO [main] a', '10-Mar-2026 x'])(
  'not %s',
  (line) => {
    expect(read(line).parser).toBe('raw@1')
  },
)
