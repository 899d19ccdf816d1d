import { join } from 'node:path'
import { createMatcher } from '#core/detect/match/create-matcher'
import { createEventReader, readEventAsIs } from '../../rules/create-event-reader.ts'
import { ownLogSources, readLogSourceFolder } from '../../rules/read-rule-folder.ts'
import { type RuleTestFailure, runRuleTests } from '../../rules/run-rule-tests.ts'
import { parseFlags } from '../parse-flags.ts'
import { createPaint, type Paint } from '../terminal/create-paint.ts'
import { escapeLines } from '../terminal/escape-lines.ts'
import { escapeText } from '../terminal/escape-text.ts'
import type { Verb } from '../verb.ts'
import { loadRules } from './load-rules.ts'
import { printBlame } from './print-explanation.ts'
import { printRuleErrors } from './print-rule-errors.ts'
import { readPlaceholders } from './read-placeholders.ts'

const USAGE = `Usage: nightjar rules test DIR|FILE... [OPTIONS]

Holds each rule against the events beside it: x.tests.yml beside x.yml, with the lists  matches:  (events that the
rule must match) and  ignores:  (events that it must not), of raw lines or of maps.

  --as-is              events carry the field names of the rules: no parser, no mapping
  --sources DIR        log sources and field names instead of Nightjar's own
  --placeholders FILE  YAML map of lists for |expand
  --strict             a rule without both sorts of events is a failure too

  nightjar rules test rules/sigma
  nightjar rules test --strict rules/sigma/linux/sudo-root-shell.yml

Exit codes: 0 all as wanted, 1 a rule, or its events, are not, 2 wrong use
`

const OPTIONS = {
  'as-is': { type: 'boolean', default: false },
  sources: { type: 'string' },
  placeholders: { type: 'string' },
  strict: { type: 'boolean', default: false },
} as const

const MOST_ERRORS = 100
/** A year for times without one: the same run gives the same result in any year. */
const RECEIVED = Date.UTC(2026, 11, 31)

export const testRules: Verb = async (args, io) => {
  const flags = parseFlags(args, OPTIONS, USAGE, io)
  if (typeof flags === 'number') return flags
  const { 'as-is': asIs, sources = ownLogSources, placeholders, strict } = flags.values
  if (flags.positionals.length === 0) {
    io.stderr.write(`nightjar rules test: name a folder or file of rules\n\n${USAGE}`)
    return 2
  }
  try {
    const lists = placeholders === undefined ? {} : await readPlaceholders(placeholders)
    const loaded = await loadRules(flags.positionals, lists)
    const { families, errors } = await readLogSourceFolder(sources)
    if (errors.length > 0) throw new Error(printRuleErrors(errors, MOST_ERRORS).trimEnd())
    const read = asIs
      ? readEventAsIs
      : await createEventReader({ format: 'auto', zoneMinutes: 0, received: RECEIVED })
    const paint = createPaint(io.stdout)
    const counts = { rules: 0, tried: 0, failed: 0, untested: 0, errors: 0 }
    for (const { folder, rules, errors } of loaded) {
      const run = await runRuleTests(folder, createMatcher(rules, asIs ? 'as-is' : families), read)
      const broken = [...errors, ...run.errors].map((error) => ({
        ...error,
        file: join(folder, error.file),
      }))
      io.stdout.write(printRuleErrors(broken, MOST_ERRORS))
      for (const failure of run.failures) io.stdout.write(printFailure(folder, failure, paint))
      for (const file of strict ? run.untested : []) {
        io.stdout.write(escapeText(`${join(folder, file)}: lacks events that must match, or that must not`))
        io.stdout.write('\n')
      }
      counts.rules += rules.length
      counts.tried += run.tried
      counts.failed += run.failures.length
      counts.untested += run.untested.length
      counts.errors += broken.length
    }
    io.stdout.write(
      `${counts.rules} rules, ${counts.tried} events: ${counts.failed} failed, ${counts.errors} errors, ` +
        `${counts.untested} rule files without events\n`,
    )
    return counts.failed > 0 || counts.errors > 0 || (strict && counts.untested > 0) ? 1 : 0
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    io.stderr.write(`nightjar rules test: ${escapeLines(message)}\n`)
    return 2
  }
}

function printFailure(
  folder: string,
  { rule, event, wanted, file, line, explanation }: RuleTestFailure,
  paint: Paint,
): string {
  const must = wanted === 'matches' ? 'must match and does not' : 'must not match and does'
  const reasons = explanation.routed
    ? printBlame(explanation.condition, wanted === 'matches')
    : ['the event is known to be of another log source']
  const shown = event.raw === '' ? JSON.stringify(event.fields) : event.raw
  return [
    `${paint('red', '✗')} ${escapeText(`${join(folder, file)}:${line}: ${rule.title}: ${must}`, 300)}`,
    `    ${paint('dim', escapeText(shown, 160))}`,
    ...reasons.map((reason) => `    ${reason}`),
    '',
  ].join('\n')
}
