import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
describe('su', () => {
  it.each([
    ['(to root) anna on pts/0', 'anna', 'root', 'success'],
    ['FAILED SU (to root) bob on pts/1', 'bob', 'root', 'failure'],
    ["'su root' failed for bob on /dev/pts/8", 'bob', 'root', 'failure'],
    ['FAILED su for root by bob', 'bob', 'root', 'failure'],
    ['Successful su for postgres by root', 'root', 'postgres', 'success'],
    ['BAD SU bob to root on /dev/ttyp0', 'bob', 'root', 'failure'],
    ['failed: ttyq4 changing from bob to root', 'bob', 'root', 'failure'],
    ['anna to root on /dev/ttyp0', 'anna', 'root', 'success'],
  ])('%s', (message, from, to, outcome) => {
    const read = parseLine(`<86>Mar 10 12:00:00 web01 su[7]: ${message}`, 'auto', context)
    expect(read).toMatchObject({
      parser: 'su@1',
      fields: {
        'event.action': 'switched-user',
        'event.outcome': outcome,
        'user.name': from,
        'user.effective.name': to,
      },
    })
  })
})
