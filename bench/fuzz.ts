import { parsers } from '#core/parse/generated/registry'
import { createParseLine } from '#core/parse/parse-line'
import { findFault } from './fuzz/find-fault.ts'
import { mutateLine } from './fuzz/mutate-line.ts'
import { stretchLines } from './fuzz/stretch-lines.ts'

/**
 * Lines that nobody would write, for every parser: first long ones made of its own delimiters (not with a seed given),
 * then harmed samples until the time is up. Prints what was found, the seed that finds it again, and what took longest.
 *
 *   FUZZ_SECONDS=60 FUZZ_SEED=7 FUZZ_PARSER=sshd,sudo npm run fuzz
 */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 60)
const FIRST_SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1e9)
const ONLY = process.env.FUZZ_PARSER?.split(',')
const LONG = 1_000_000
const WORTH_MS = 100
const MOST_GROWTH = 9
const SHOWN = 10

interface Slow {
  ms: number
  format: string
  line: string
}

const parseLine = createParseLine()
const chosen = parsers.filter(({ name }) => ONLY === undefined || ONLY.includes(name))
const samples = parsers.flatMap((parser) => parser.samples)
const slowest: Slow[] = []
const say = (text: string) => process.stdout.write(`${text}\n`)
const shown = (line: string) => JSON.stringify(line.length > 300 ? `${line.slice(0, 300)}…` : line)

function timed(line: string, format: string): number {
  // CPU time: others may be at work on this machine.
  const start = process.cpuUsage()
  parseLine(line, format, { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })
  const ms = process.cpuUsage(start).user / 1_000
  slowest.push({ ms, format, line: shown(line) })
  slowest.sort((a, b) => b.ms - a.ms)
  slowest.length = Math.min(slowest.length, SHOWN)
  return ms
}

/** Four times the line: linear is 4, quadratic 16; short times are all noise. */
function growsTooFast(longMs: number, shortLine: string, format: string): boolean {
  return (
    longMs > WORTH_MS && longMs / Math.max(timed(shortLine, format), timed(shortLine, format)) > MOST_GROWTH
  )
}

/** @returns how many lines took more than their length explains */
function stretch(): number {
  let slow = 0
  for (const parser of chosen)
    for (const sample of parser.samples) {
      const short = [...stretchLines(sample, LONG / 4)]
      for (const [index, line] of [...stretchLines(sample, LONG)].entries()) {
        const first = timed(line, parser.name)
        const ms = first > WORTH_MS ? Math.min(first, timed(line, parser.name)) : first
        if (!growsTooFast(ms, short[index] ?? '', parser.name)) continue
        slow += 1
        say(`slow: ${parser.name} ${Math.round(ms)} ms ${shown(line)}`)
      }
    }
  return slow
}

/** @returns how many lines were read, and how many of them wrongly */
function harm(): { lines: number; faults: number } {
  const told = new Set<string>()
  const end = performance.now() + SECONDS * 1_000
  let seed = FIRST_SEED
  while (performance.now() < end) {
    for (const parser of chosen) {
      const line = mutateLine(parser.samples, samples, seed)
      for (const format of ['auto', parser.name]) {
        const fault = findFault(parseLine, line, format)
        const key = `${parser.name} ${fault}`
        if (fault === undefined || told.has(key)) continue
        told.add(key)
        say(
          `fault: FUZZ_SEED=${seed} FUZZ_PARSER=${parser.name} ${format}: ${fault}\n  ${JSON.stringify(line)}`,
        )
      }
    }
    seed += 1
  }
  return { lines: (seed - FIRST_SEED) * chosen.length, faults: told.size }
}

say(`seed ${FIRST_SEED}, ${chosen.length} parsers`)
const slow = process.env.FUZZ_SEED === undefined ? stretch() : 0
const { lines, faults } = harm()
for (const { ms, format, line } of slowest) say(`${Math.round(ms)} ms ${format} ${line}`)
say(
  JSON.stringify({
    bench: 'fuzz',
    figures: { lines, faults, slow, slowest_ms: Math.round(slowest[0]?.ms ?? 0) },
  }),
)
process.exitCode = faults + slow > 0 ? 1 : 0
