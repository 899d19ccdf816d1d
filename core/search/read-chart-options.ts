import { expect, expectBehind, isAtPipe, type Reader, report, skipSpace } from './reader.ts'

export interface ChartOptions {
  /** Seconds of each point. */
  span?: number
  /** Series that are told apart. */
  limit?: number
}

/** Ten years: of longer points there is one in all that is kept. */
const LONGEST_SPAN = 10 * 366 * 86_400
const SPAN_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }
const MOST_SERIES = 100

const OPTIONS = {
  span: {
    read: secondsOf,
    hint: 'Write span=5m, with s, m, h, d or w; ten years at most',
    usual: ['1m', '5m', '15m', '1h', '1d'],
  },
  limit: {
    read: seriesOf,
    hint: `Write limit=10, from 1 to ${MOST_SERIES} series`,
    usual: ['5', '10', '20'],
  },
} as const
const NAMES = ['span', 'limit'] as const
const OPTION = /(span|limit)=/iy
const VALUE = /[^\s|,]*/y

/** Takes `span=5m` and `limit=10` as far as they are next, in any order. */
export function readChartOptions(reader: Reader, options: ChartOptions): void {
  for (;;) {
    skipSpace(reader)
    const left = NAMES.filter((name) => options[name] === undefined)
    expectBehind(reader, { kind: 'words', words: left.map((name) => `${name}=`) })
    const from = reader.at
    OPTION.lastIndex = from
    const [matched, written = ''] = OPTION.exec(reader.text) ?? []
    const name = NAMES.find((each) => each === written.toLowerCase())
    if (matched === undefined || name === undefined) return
    reader.at += matched.length
    expect(reader, { kind: 'words', words: OPTIONS[name].usual })
    const value = readOption(reader, name)
    if (value !== undefined && options[name] !== undefined)
      report(reader, { message: `There are two of ${name}=`, from, to: reader.at, hint: 'Leave one out' })
    if (value !== undefined) options[name] = value
  }
}

function readOption(reader: Reader, name: keyof typeof OPTIONS): number | undefined {
  const { read, hint } = OPTIONS[name]
  const from = reader.at
  VALUE.lastIndex = from
  const text = isAtPipe(reader) ? '' : (VALUE.exec(reader.text)?.[0] ?? '')
  reader.at += text.length
  const value = read(text.toLowerCase())
  if (value !== undefined) return value
  const message = text === '' ? `A value is missing behind ${name}=` : `${name}=${text} is wrong`
  return report(reader, { message, from, to: reader.at, hint })
}

function secondsOf(text: string): number | undefined {
  const [, count = '', unit = ''] = /^([1-9]\d*)([smhdw])$/.exec(text) ?? []
  const seconds = Number(count) * (SPAN_SECONDS[unit] ?? 0)
  return seconds > 0 && seconds <= LONGEST_SPAN ? seconds : undefined
}

function seriesOf(text: string): number | undefined {
  return /^[1-9]\d*$/.test(text) && Number(text) <= MOST_SERIES ? Number(text) : undefined
}
