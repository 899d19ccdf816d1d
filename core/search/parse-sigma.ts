import { applyFilters } from '../detect/rule/apply-filters.ts'
import { readRules } from '../detect/rule/read-rules.ts'
import type { RuleError } from '../detect/rule/rule-error.ts'
import type { SigmaRule } from '../detect/rule/sigma-rule.ts'
import { noPipesError } from './no-pipes-error.ts'
import type { SearchError } from './reader.ts'
import { splitRule } from './split-rule.ts'

type ParsedSigma =
  | { ok: true; rules: readonly SigmaRule[] }
  | { ok: false; errors: readonly [SearchError, ...SearchError[]] }

const MAX_ERRORS = 20
const MAX_RULES = 20
/** Of all expressions: each is compiled as it is read, while nobody else is answered. */
const MAX_REPEATS = 10_000

/**
 * Reads SIGMA rules that stand for a search: events that one of them matches. A filter among them concerns those it
 * names. Nobody says here what placeholders stand for.
 */
export function parseSigma(pasted: string): ParsedSigma {
  const { rule: text, commands } = splitRule(pasted)
  if (commands !== '') return { ok: false, errors: [noPipesError(text.length)] }
  if (repeatsIn(text) > MAX_REPEATS) {
    const message = 'Expressions of a search may not repeat so much'
    const hint = `All numbers in {} together come to ${MAX_REPEATS} at most`
    return { ok: false, errors: [{ message, from: 0, to: text.length, hint }] }
  }
  const read = readRules(text, 'rule')
  const correlations = read.correlations.map(
    ({ file, line }): RuleError => ({
      ...{ file, line, column: 1 },
      message: 'A correlation is no search: it counts what rules find',
      mend: 'Leave it out and search for its rules',
    }),
  )
  const [first, ...others] = [...read.errors, ...correlations]
    .slice(0, MAX_ERRORS)
    .map((error) => toSearchError(text, error))
  if (first) return { ok: false, errors: [first, ...others] }
  const { length } = read.rules
  if (length > 0 && length <= MAX_RULES)
    return { ok: true, rules: applyFilters(read.rules, read.filters).rules }
  const message = length === 0 ? 'There is no rule here' : `A search takes at most ${MAX_RULES} rules`
  return { ok: false, errors: [{ message, from: 0, to: text.length }] }
}

/** RE2 repeats 1,000 times at most: what is more in brackets is something else. */
function repeatsIn(text: string): number {
  const repeats = [...text.matchAll(/\{(\d{1,4})(?:,(\d{0,4}))?\}/g)].map(([, low, high]) =>
    Math.max(Number(low), Number(high ?? 0)),
  )
  return repeats.filter((times) => times <= 1_000).reduce((sum, times) => sum + times, 0)
}

function toSearchError(text: string, { line, column, message, mend }: RuleError): SearchError {
  let start = 0
  for (let left = line; left > 1; left--) start = text.indexOf('\n', start) + 1
  const end = text.indexOf('\n', start)
  const to = end === -1 ? text.length : end
  return { message, from: Math.min(start + column - 1, to), to, hint: mend }
}
