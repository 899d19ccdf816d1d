import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)

describe('apache-error', () => {
  it('reads module, level, process, client and message', () => {
    expect(
      read(
        '[Tue Mar 10 16:15:55.103786 2026] [ssl:warn] [pid 11:tid 22] [client 10.0.0.7:51012] AH1: a [b] c',
      ),
    ).toMatchObject({
      parser: 'apache-error@1',
      time: 1_773_159_355_103_786_000n,
      fields: {
        'event.dataset': 'apache.error',
        'log.level': 'warn',
        'apache.error.module': 'ssl',
        'process.pid': 11,
        'process.thread.id': 22,
        'source.ip': '10.0.0.7',
        'source.port': 51012,
        message: 'AH1: a [b] c',
      },
    })
  })

  it('reads the older form', () => {
    expect(read('[Sun Mar 08 04:47:44 2026] [error] [client 2001:db8::7] [x] y').fields).toMatchObject({
      'log.level': 'error',
      'source.ip': '2001:db8::7',
      message: '[x] y',
    })
  })
})
