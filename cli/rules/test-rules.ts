import { join } from 'node:path'
import { createMatcher } from '#core/detect/match/create-matcher'
import { createEventReader, readEventAsIs } from '../../rules/create-event-reader.ts'
import { ownLogSources, readLogSourceFolder } from '../../rules/read-rule-folder.ts'
import { type RuleTestFailure, runRuleTests } from '../../rules/run-rule-tests.ts'
import { parseFlags } from '../parse-flags.ts'
import { createPaint, type Paint } from '../terminal/create-paint.ts'
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
  const paint = createPaint(io.stdout)
  const lists = placeholders === undefined ? {} : await readPlaceholders(placeholders)
  const { families, errors } = await readLogSourceFolder(sources)
  const read = asIs
    ? readEventAsIs
    : await createEventReader({ format: 'auto', zoneMinutes: 0, received: RECEIVED })
  const counts = { rules: 0, tried: 0, failed: 0, untested: 0, errors: errors.length }
  io.stdout.write(printRuleErrors(errors, 100))
  for (const { folder, rules, errors } of await loadRules(flags.positionals, lists)) {
    const run = await runRuleTests(folder, createMatcher(rules, asIs ? 'as-is' : families), read)
    const broken = [...errors, ...run.errors].map((error) => ({ ...error, file: join(folder, error.file) }))
    io.stdout.write(printRuleErrors(broken, 100))
    for (const failure of run.failures) io.stdout.write(printFailure(folder, failure, paint))
    if (strict)
      for (const file of run.untested)
        io.stdout.write(`${join(folder, file)}: lacks events that must match, or that must not\n`)
    counts.rules += rules.length
    counts.tried += run.tried
    counts.failed += run.failures.length
    counts.untested += run.untested.length
    counts.errors += broken.length
  }
  const { untested, failed } = counts
  io.stdout.write(
    `${counts.rules} rules, ${counts.tried} events: ${failed} failed, ${counts.errors} errors, ${untested} rule files without events\n`,
  )
  return failed > 0 || counts.errors > 0 || (strict && untested > 0) ? 1 : 0
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
