import { createReadStream, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { type Categorise, createCategorise } from '#core/categorise/categorise'
import { createEnrich } from '#core/enrich/create-enrich'
import { ENRICHERS, type Enricher } from '#core/enrich/enricher'
import type { ReadLine } from '#core/parse/create-reader'
import { parsers } from '#core/parse/generated/registry'
import { indexParsers } from '#core/parse/index-parsers'
import { knownNames } from '#core/parse/known-names'
import { createParseLine, type ParseLine } from '#core/parse/parse-line'
import { type ParseLines, parseLinesOf } from '#core/parse/parse-lines'
import type { ParseContext } from '#core/parse/parser'
import { ownCategories, readCategoryFolder } from '../rules/read-category-folder.ts'
import { chunksOf } from '../workers/ingest/chunks-of.ts'
import { createNameAllowance } from '../workers/ingest/create-name-allowance.ts'
import { timeChunks } from './sigma/time-chunks.ts'

/**
 * What reading a line costs, by format, on one thread: beside JSON.parse alone for JSON, and beside cutting a text into
 * lines for text. Lines come in chunks as the workers take them. `auto` finds the parsers out; `set` is told, and has the
 * lines of a format together, as those of a source are. Each enricher is timed alone.
 */
const LOGS = resolve(import.meta.dirname, '..', '..', 'shared', 'logs', 'bench')
const ROUNDS = 3
const MOST_LINES = 100_000

interface Corpus {
  name: string
  file: string
  /** Lines that hold the raw line as `raw`. */
  wrapped: boolean
}

const CORPORA: readonly Corpus[] = [
  { name: 'text', file: 'text-lines.log.gz', wrapped: false },
  { name: 'windows', file: 'windows-100k.ndjson.gz', wrapped: false },
  { name: 'zeek', file: 'zeek-tsv.ndjson.gz', wrapped: true },
  { name: 'mixed', file: 'mixed-100k.ndjson.gz', wrapped: true },
]

interface Chunk {
  raws: readonly string[]
  byFormat: ReadonlyMap<string, readonly string[]>
  read: readonly ReadLine[]
}

interface Stages {
  parseLine: ParseLine
  parseLines: ParseLines
  categorise: Categorise
  /** Each alone, in their order. */
  enrichers: readonly (readonly [name: string, enrich: Enricher])[]
}

async function main(): Promise<void> {
  const stages: Stages = {
    parseLine: createParseLine(),
    parseLines: parseLinesOf(indexParsers()),
    categorise: createCategorise((await readCategoryFolder(ownCategories)).tables),
    enrichers: ENRICHERS.map((name) => [
      name,
      createEnrich({ off: ENRICHERS.filter((other) => other !== name) }),
    ]),
  }
  const costs = new Map<string, ReadonlyMap<string, number>>()
  for (const corpus of CORPORA) {
    const path = join(LOGS, corpus.file)
    if (!existsSync(path)) {
      say(`skipped: ${path} is not here`)
      return
    }
    const lines = await readLines(path, corpus.wrapped)
    const cost = measure(lines, stages)
    costs.set(corpus.name, cost)
    print(corpus.name, lines, cost)
  }
  const of = (corpus: string, phase: string) => costs.get(corpus)?.get(phase) ?? Number.NaN
  const sum = (phase: string) => CORPORA.reduce((total, { name }) => total + of(name, phase), 0)
  const figures = {
    text_lines_per_s: Math.round(1e6 / of('text', 'auto')),
    windows_json_over_json_parse: round(of('windows', 'JSON.parse') / of('windows', 'auto')),
    auto_overhead: round(sum('auto') / sum('set') - 1),
    categorise_us: round(of('mixed', 'categorise')),
    enrich_us: round(of('mixed', 'enrich')),
  }
  say(JSON.stringify({ bench: 'parse', figures }))
}

const RECEIVED = Date.UTC(2026, 2, 11)

/** A payload's, as the workers make it: yearless times are read as of then, and its tenant has names of its own. */
type OpenContext = () => ParseContext

function createContexts(parseLine: ParseLine): OpenContext {
  const namesOf = createNameAllowance(knownNames(parsers, parseLine))
  return () => ({ received: RECEIVED, zoneMinutes: 0, names: namesOf('tenant', RECEIVED) })
}

function measure(lines: readonly Buffer[], stages: Stages): ReadonlyMap<string, number> {
  const { parseLine, parseLines, categorise, enrichers } = stages
  const context = createContexts(parseLine)
  const formatOf = createFormats(parseLine)
  const open = (raws: readonly string[]): Chunk => ({ raws, byFormat: sorted(raws, formatOf), read: [] })
  const records = lines.map((bytes) => ({ bytes }))
  const chunks = [...chunksOf(records)].map((chunk) => chunk.map(({ bytes }) => bytes))
  const costs = timeChunks(chunks, ROUNDS, open, [
    { name: 'split', run: ({ raws }) => void raws.join('\n').split('\n') },
    { name: 'JSON.parse', run: ({ raws }) => raws.forEach(parseJson) },
    {
      name: 'set',
      run({ byFormat }) {
        for (const [format, raws] of byFormat) parseLines(raws, format, context())
      },
    },
    {
      name: 'auto',
      run(chunk) {
        chunk.read = parseLines(chunk.raws, 'auto', context())
      },
    },
    {
      name: 'categorise',
      run({ read }) {
        for (const { fields } of read) categorise(fields)
      },
    },
    ...enrichers.map(([name, enrich]) => ({
      name: `enrich ${name}`,
      run({ read }: Chunk) {
        for (const { fields } of read) enrich(fields)
      },
    })),
  ])
  const enrich = enrichers.reduce((sum, [name]) => sum + (costs.get(`enrich ${name}`) ?? 0), 0)
  return new Map([...costs, ['enrich', enrich]])
}

function sorted(raws: readonly string[], formatOf: (raw: string) => string): Map<string, string[]> {
  const byFormat = new Map<string, string[]>()
  for (const raw of raws) {
    const format = formatOf(raw)
    const lines = byFormat.get(format)
    if (lines) lines.push(raw)
    else byFormat.set(format, [raw])
  }
  return byFormat
}

/** What a user would set as the format of the line's source: the parser that takes it. */
function createFormats(parseLine: ParseLine): (raw: string) => string {
  const known = new Map<string, string>()
  return (raw) => {
    const before = known.get(raw)
    if (before !== undefined) return before
    let found = 'auto'
    parseLine(raw, 'auto', { received: RECEIVED, zoneMinutes: 0 }, ({ depth, parser, took }) => {
      if (depth === 1 && took) found = parser.slice(0, parser.lastIndexOf('@'))
    })
    known.set(raw, found)
    return found
  }
}

function print(name: string, lines: readonly Buffer[], cost: ReadonlyMap<string, number>): void {
  const bytes = lines.reduce((sum, { length }) => sum + length, 0) / lines.length
  const auto = cost.get('auto') ?? Number.NaN
  const phases = [...cost].map(([phase, us]) => `${phase} ${us.toFixed(2)} us`).join(', ')
  say(`${name}: ${phases}; ${Math.round(1e6 / auto)} lines/s, ${(bytes / auto).toFixed(0)} MB/s`)
}

async function readLines(path: string, wrapped: boolean): Promise<Buffer[]> {
  const lines: Buffer[] = []
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    if (line.trim() === '') continue
    lines.push(Buffer.from(wrapped ? String(JSON.parse(line).raw) : line))
    if (lines.length >= MOST_LINES) break
  }
  return lines
}

function parseJson(raw: string): void {
  try {
    JSON.parse(raw)
  } catch {
    // Lines that are no JSON cost what it takes to see that.
  }
}

const round = (figure: number) => Math.round(figure * 100) / 100

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

await main()
