import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)

describe('repeated', () => {
  it.each([
    ['last message repeated 5 times', 5],
    ['Last message repeated 1 time', 1],
    ['--- last message repeated 12 times ---', 12],
    ['last message buffered 3 times', 3],
  ])('counts: %s', (line, count) => {
    expect(read(line)).toMatchObject({
      parser: 'repeated@1',
      fields: { 'event.count': count, message: line },
    })
    expect(read(`<30>Mar 10 12:00:00 gw01 ${line}`)).toMatchObject({
      parser: 'repeated@1',
      fields: { 'event.count': count, 'host.name': 'gw01' },
    })
  })

  it('gives the line that was repeated to its own parser', () => {
    const repeated = 'message repeated 3 times: [ Failed password for root from 203.0.113.9 port 40022 ssh2]'
    for (const line of [repeated, `Mar 10 12:00:00 web01 sshd[7]: ${repeated}`]) {
      expect(read(line)).toMatchObject({
        parser: 'sshd@1',
        fields: { 'event.count': 3, 'source.ip': '203.0.113.9', 'event.outcome': 'failure' },
      })
    }
  })

  it('keeps what nobody reads as the message', () => {
    expect(
      read('Mar 10 12:00:00 web01 app: message repeated 2 times: [ link [eth0] up]').fields,
    ).toMatchObject({
      'event.count': 2,
      message: 'link [eth0] up',
    })
  })

  it.each([
    'last message of the day',
    'message repeated',
    'last message repeated many times',
    'message repeated 2',
  ])('does not read %s', (line) => expect(read(line).fields).not.toHaveProperty(['event.count']))
})
