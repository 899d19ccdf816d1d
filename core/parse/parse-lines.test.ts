import { expect, it } from 'vitest'
import { createFields } from './create-fields.ts'
import { parsers } from './generated/registry.ts'
import { indexParsers } from './index-parsers.ts'
import { createParseLine } from './parse-line.ts'
import { parseLinesOf } from './parse-lines.ts'
import type { ParseContext, Parser } from './parser.ts'

const fresh = (): ParseContext => ({ received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })
const parseLine = createParseLine()
const parseLines = parseLinesOf(indexParsers())

function oneByOne(lines: readonly string[]) {
  const context = fresh()
  return lines.map((line) => parseLine(line, 'auto', context))
}

/** In an order that puts no two lines of a format next to each other. */
function mixed(lines: readonly string[]): string[] {
  const placed = lines.map((line, i) => ({ line, place: (i * 7_919) % lines.length }))
  return placed.sort((one, other) => one.place - other.place).map(({ line }) => line)
}

const samples = parsers.flatMap((parser) => parser.samples)
const wrapped = samples.map((sample) => `<13>Mar 10 12:00:00 web01 app: ${sample}`)
const isHeader = (line: string) => line.startsWith('#') || line.includes('src_ip,src_port')

it('reads lines of all formats as if one after the other', () => {
  const lines = mixed([...samples, ...wrapped].filter((line) => !isHeader(line)))
  expect(parseLines(lines, 'auto', fresh())).toEqual(oneByOne(lines))
})

it('reads lines by the header before them and by no other', () => {
  const lines = [
    '2026-03-10 12:00:00,10.0.0.7,4711,10.0.0.8,deny,mira',
    ...samples.slice(0, 20),
    'time,src_ip,src_port,dst_ip,action,user',
    '2026-03-10 12:00:00,10.0.0.7,4711,10.0.0.8,deny,mira',
    ...samples.slice(20, 40),
    'time,user,action,src_ip,src_port,dst_ip',
    '2026-03-10 12:00:00,mira,deny,10.0.0.7,4711,10.0.0.8',
  ]
  const context = fresh()
  const read = parseLines(lines, 'auto', context)
  expect(read).toEqual(oneByOne(lines))
  expect(read[22]?.fields).toMatchObject({ 'user.name': 'mira' })
  expect(context.header?.fields[1]).toBe('user')
})

it('reads by the format of the source, within envelopes too', () => {
  const lines = mixed([...samples, ...wrapped].filter((line) => !isHeader(line)))
  for (const format of ['sshd', 'syslog'])
    expect(parseLines(lines, format, fresh())).toEqual(lines.map((line) => parseLine(line, format, fresh())))
})

it('keeps a line that breaks a parser unread, without harm to the others', () => {
  const breaking: Parser = {
    name: 'breaking',
    reads: 'lines of a test',
    version: 1,
    clues: [{ first: 'x' }],
    parse({ text }) {
      if (text === 'x bug') throw new TypeError('no such thing')
      return { time: undefined, fields: createFields() }
    },
    samples: [],
  }
  const read = parseLinesOf(indexParsers([breaking]))(['x', 'x bug', 'x'], 'auto', fresh())
  expect(read.map(({ parser }) => parser)).toEqual(['breaking@1', 'raw@1', 'breaking@1'])
  expect(read[1]?.fields['error.message']).toBe('parser failed: no such thing')
})
