import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createMatcher } from '#core/detect/match/create-matcher'
import { readRecords } from '#core/parse/files/read-records'
import { createEventReader, readEventAsIs } from '../../rules/create-event-reader.ts'
import { ownLogSources, readLogSourceFolder } from '../../rules/read-rule-folder.ts'
import { parseFlags } from '../parse-flags.ts'
import { createPaint } from '../terminal/create-paint.ts'
import { escapeLines } from '../terminal/escape-lines.ts'
import type { Verb } from '../verb.ts'
import { loadRules } from './load-rules.ts'
import { printExplanation } from './print-explanation.ts'
import { printRuleErrors } from './print-rule-errors.ts'
import { readPlaceholders } from './read-placeholders.ts'

const USAGE = `Usage: nightjar rules explain RULE.yml EVENT|- [OPTIONS]

Shows why a rule does or does not fire on an event: the truth of each test (✓ ✗), the field it looked at and the
value it saw. EVENT is a file with a raw line or a JSON event, or anything that nightjar detect reads.

  --line N             the N-th event of the file, counted from 1 (the index of nightjar detect, and one)
  --rule ID            one rule of several in RULE.yml
  --as-is              the event carries the field names of the rule: no parser, no mapping
  --format NAME        parser to try first (default: auto)
  --sources DIR        log sources and field names instead of Nightjar's own
  --placeholders FILE  YAML map of lists for |expand
  --json               a line of JSON for each rule instead

  nightjar rules explain rules/sigma/linux/sudo-root-shell.yml /var/log/auth.log --line 120
  tail -1 app.ndjson | nightjar rules explain rule.yml - --as-is

Exit codes: 0 explained, whether or not the rule fires; 2 wrong use, no such event, or a rule that does not load
`

const OPTIONS = {
  line: { type: 'string' },
  rule: { type: 'string' },
  'as-is': { type: 'boolean', default: false },
  format: { type: 'string', default: 'auto' },
  sources: { type: 'string' },
  placeholders: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const MOST_RULES = 20

export const explainRule: Verb = async (args, io) => {
  const flags = parseFlags(args, OPTIONS, USAGE, io)
  if (typeof flags === 'number') return flags
  const wrong = (message: string): number => {
    io.stderr.write(`nightjar rules explain: ${escapeLines(message)}\n`)
    return 2
  }
  const { line, rule: id, 'as-is': asIs, format, sources = ownLogSources, placeholders, json } = flags.values
  const [path, file, ...more] = flags.positionals
  if (path === undefined || file === undefined || more.length > 0)
    return wrong(`name a rule and an event\n\n${USAGE}`)
  if (line !== undefined && !/^[1-9]\d{0,14}$/.test(line)) return wrong('--line counts from 1')
  try {
    const lists = placeholders === undefined ? {} : await readPlaceholders(placeholders)
    const [loaded] = await loadRules([path], lists)
    const rules = (loaded?.rules ?? []).filter((rule) => id === undefined || rule.id === id)
    const broken = loaded?.errors ?? []
    if (rules.length === 0) {
      return wrong(
        `no rule ${id ?? 'that loads'} in ${path}\n${printRuleErrors(broken, MOST_RULES)}`.trimEnd(),
      )
    }
    if (rules.length > MOST_RULES)
      return wrong(`${path} holds ${rules.length} rules; choose one with --rule ID`)
    const raw = await pickRecord(file === '-' ? io.stdin : createReadStream(file), line)
    const { families, errors } = await readLogSourceFolder(sources)
    if (errors.length > 0) return wrong(printRuleErrors(errors, MOST_RULES).trimEnd())
    const read = asIs
      ? readEventAsIs
      : await createEventReader({ format, zoneMinutes: 0, received: Date.now() })
    const event = read(raw)
    const matcher = createMatcher(rules, asIs ? 'as-is' : families)
    const paint = createPaint(io.stdout)
    const texts = rules.map((rule) => {
      const explanation = matcher.explain(rule, event)
      if (!json) return printExplanation(rule, explanation, paint)
      return `${JSON.stringify({ rule: rule.id, title: rule.title, ...explanation })}\n`
    })
    io.stdout.write(texts.join(json ? '' : '\n'))
    return 0
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

/** The record asked for, or the only one there is. */
async function pickRecord(source: Readable, line: string | undefined): Promise<string> {
  let skipped = ''
  const listener = {
    onBytes: () => {},
    onNote: (note: string) => {
      skipped = `: ${note}`
    },
  }
  let left = Number(line ?? 1)
  let picked: string | undefined
  try {
    for await (const records of readRecords(source, listener)) {
      if (line === undefined && records.length + (picked === undefined ? 0 : 1) > 1) {
        throw new Error('the file holds several events; choose one with --line N')
      }
      if (left >= 1 && left <= records.length) picked = records[left - 1]
      if (line !== undefined && picked !== undefined) break
      left -= records.length
    }
  } finally {
    source.destroy()
  }
  if (picked === undefined)
    throw new Error(`there is no event ${line ?? ''} in the file${skipped}`.replace('  ', ' '))
  return picked
}
