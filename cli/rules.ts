import { nearestName } from '#core/detect/sources/nearest-name'
import { explainRule } from './rules/explain-rule.ts'
import { lintRules } from './rules/lint-rules.ts'
import { testRules } from './rules/test-rules.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar rules lint FILE|DIR...          all that is wrong with rules, or makes them slow
       nightjar rules test DIR|FILE...          rules against the events beside them
       nightjar rules explain RULE.yml EVENT    why a rule does or does not fire on an event

Each explains itself: nightjar rules lint --help
`

const VERBS: Record<string, Verb> = { lint: lintRules, test: testRules, explain: explainRule }

export const rulesVerb: Verb = async (args, io) => {
  const [name = '', ...rest] = args
  if (name === '--help' || name === '-h') {
    io.stdout.write(USAGE)
    return 0
  }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (verb) return verb(rest, io)
  const meant = nearestName(name, Object.keys(VERBS), 2)
  if (meant !== undefined) io.stderr.write(`nightjar rules: did you mean ${meant}?\n\n`)
  io.stderr.write(USAGE)
  return 2
}
