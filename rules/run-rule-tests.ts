import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Explanation, Matcher } from '#core/detect/match/matcher'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { EventReader, ReadEvent } from './create-event-reader.ts'
import { readRuleTests } from './read-rule-tests.ts'

/** An event that a rule should have matched and did not, or the other way round. */
export interface RuleTestFailure {
  rule: SigmaRule
  event: ReadEvent
  wanted: 'matches' | 'ignores'
  /** Where the event is written; the file relative to the folder. */
  file: string
  line: number
  explanation: Explanation
}

export interface RuleTestRun {
  /** Events that were tried. */
  tried: number
  failures: RuleTestFailure[]
  /** Rule files that have not both an event that must match and one that must not. */
  untested: string[]
  /** What is wrong with the files of events. */
  errors: RuleError[]
}

/**
 * Holds rules against the events beside them: `x.tests.yml` beside `x.yml`. Where a file holds several rules, an
 * event that must match is one for any of them, and one that must not is for none.
 * @param folder what the rules' files are relative to
 * @param matcher all rules of the folder together, as they would run
 */
export async function runRuleTests(
  folder: string,
  matcher: Matcher,
  read: EventReader,
): Promise<RuleTestRun> {
  const run: RuleTestRun = { tried: 0, failures: [], untested: [], errors: [] }
  for (const [file, rules] of byFile(matcher.rules)) {
    const beside = file.replace(/\.ya?ml$/, (ending) => `.tests${ending}`)
    const text = await readIfThere(join(folder, beside))
    const { events, errors } = text === undefined ? { events: [], errors: [] } : readRuleTests(text, beside)
    run.errors.push(...errors)
    const wants = new Set(events.map(({ wanted }) => wanted))
    if (wants.size < 2 && errors.length === 0) run.untested.push(file)
    for (const { raw, wanted, line } of events) {
      run.tried += 1
      const event = read(raw)
      const found = matcher.match(event).filter((rule) => rules.includes(rule))
      if (wanted === 'matches' ? found.length > 0 : found.length === 0) continue
      for (const rule of wanted === 'matches' ? rules : found) {
        const explanation = matcher.explain(rule, event)
        run.failures.push({ rule, event, wanted, file: beside, line, explanation })
      }
    }
  }
  return run
}

function byFile(rules: readonly SigmaRule[]): Map<string, SigmaRule[]> {
  const files = new Map<string, SigmaRule[]>()
  for (const rule of rules) files.set(rule.file, [...(files.get(rule.file) ?? []), rule])
  return files
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
