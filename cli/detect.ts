import { once } from 'node:events'
import { createReadStream, type ReadStream } from 'node:fs'
import { createCategorise } from '#core/categorise/categorise'
import { createMatcher } from '#core/detect/match/create-matcher'
import { flattenEvent } from '#core/detect/match/flatten-event'
import type { Matcher, MatchInput } from '#core/detect/match/matcher'
import type { RuleError } from '#core/detect/rule/rule-error'
import { createParseLine } from '#core/parse/parse-line'
import { ownCategories, readCategoryFolder } from '../rules/read-category-folder.ts'
import { ownLogSources, readLogSourceFolder, readRuleFolder } from '../rules/read-rule-folder.ts'
import { readLines } from './parse/read-lines.ts'
import { createLineWriter } from './parse/write-lines.ts'
import { parseFlags } from './parse-flags.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar detect --rules DIR [--format NAME] [--zone MINUTES] [--as-is] [FILE|-]

Judges raw log lines or JSON events (from standard input without FILE) by the SIGMA rules below DIR and writes one
line of JSON for each event that matched:

  {"index":0,"rules":["80969d4d-0666-444b-8aee-f3e77d7a83b1"]}

index counts the non-empty lines from 0. A rule without id is called file#n: its file relative to DIR, and n the
0-based number of its document in the file. Every *.yml and *.yaml below DIR is a rule file, but for *.tests.yml.

  --rules DIR      folder of SIGMA rules
  --format NAME    parser to try first (default: auto)
  --zone MINUTES   minutes east of UTC of times without a zone (default: 0)
  --as-is          lines are JSON events that carry the field names of the rules: no parser, no mapping, and every
                   rule meets every event

Exit codes: 0 done, whether or not anything matched; 2 wrong use, no such file, or a rule that does not load
`

const OPTIONS = {
  rules: { type: 'string' },
  format: { type: 'string', default: 'auto' },
  zone: { type: 'string', default: '0' },
  'as-is': { type: 'boolean', default: false },
} as const

export const detectVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, OPTIONS, USAGE, io)
  if (typeof flags === 'number') return flags
  const wrong = (message: string): number => {
    io.stderr.write(`nightjar detect: ${message}\n`)
    return 2
  }
  const { rules: folder, format, zone, 'as-is': asIs } = flags.values
  const [file = '-', ...others] = flags.positionals
  if (folder === undefined) return wrong('--rules DIR is missing; see --help')
  if (others.length > 0) return wrong('one file at a time')
  if (!/^[+-]?\d{1,3}$/.test(zone) || Math.abs(Number(zone)) > 840)
    return wrong('--zone takes -840 to 840 minutes')

  const read = await readRuleFolder(folder).catch((error: Error) => error)
  if (read instanceof Error) return wrong(read.message)
  if (read.errors.length > 0) return wrong(`${read.errors.length} errors in ${folder}\n${print(read.errors)}`)
  if (read.rules.length === 0) return wrong(`there is no rule below ${folder}`)
  const { families } = await readLogSourceFolder(ownLogSources)
  const matcher = createMatcher(read.rules, asIs ? 'as-is' : families)
  const toInput = asIs ? readAsIs : await createReader(format, Number(zone))

  const input = file === '-' ? io.stdin : await open(file).catch((error: Error) => error)
  if (input instanceof Error) return wrong(input.message)
  const output = createLineWriter(io.stdout)
  let index = 0
  try {
    for await (const lines of readLines(input)) {
      let found = ''
      for (const line of lines) {
        found += judge(matcher, toInput(line), index++)
      }
      if (found !== '' && !(await output.write(found))) break
    }
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  } finally {
    output.close()
    if (file !== '-') input.destroy()
  }
  return 0
}

function judge(matcher: Matcher, event: MatchInput, index: number): string {
  const rules = matcher.match(event).map((rule) => rule.id)
  return rules.length === 0 ? '' : `${JSON.stringify({ index, rules })}\n`
}

/** The way of the pipeline: parse, categorise. */
async function createReader(format: string, zoneMinutes: number): Promise<(raw: string) => MatchInput> {
  const parseLine = createParseLine()
  const categorise = createCategorise((await readCategoryFolder(ownCategories)).tables)
  return (raw) => {
    const { fields } = parseLine(raw, format, { received: Date.now(), zoneMinutes })
    categorise(fields)
    return { fields, raw }
  }
}

/** A line that is no JSON object has no fields but its text, where keywords may find something. */
function readAsIs(raw: string): MatchInput {
  try {
    const json: unknown = JSON.parse(raw)
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
      return { fields: flattenEvent(json as Record<string, unknown>), raw: '' }
    }
  } catch {
    // Not JSON: the line is its own text.
  }
  return { fields: {}, raw }
}

/** Once opened, so that a missing file is told before anything is written. */
async function open(file: string): Promise<ReadStream> {
  const stream = createReadStream(file)
  await once(stream, 'open')
  return stream
}

function print(errors: readonly RuleError[]): string {
  return errors
    .map(({ file, line, column, message, mend }) => `${file}:${line}:${column}: ${message}; ${mend}`)
    .join('\n')
}
