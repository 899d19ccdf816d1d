import type { RuleError } from '#core/detect/rule/rule-error'

/** The sorts of findings, as SARIF lists them. `note` never fails a run. */
export const LINT_KINDS = {
  error: { level: 'error', text: 'The rule does not load' },
  warning: { level: 'warning', text: 'The rule loads, and likely does not do what it seems to' },
  'unknown-field': { level: 'warning', text: 'No mapping knows the field, so tests of it can hardly hold' },
  correlation: { level: 'note', text: 'The correlation is read and checked, and not evaluated yet' },
  'no-necessary-test': { level: 'note', text: 'No test has to hold, so the rule is judged for every event' },
  'no-literal': { level: 'note', text: 'No literal narrows down the events that the rule is judged for' },
  'lone-regex': {
    level: 'note',
    text: 'Only a regular expression without a literal narrows down the events',
  },
} as const

export type LintKind = keyof typeof LINT_KINDS
export type LintLevel = (typeof LINT_KINDS)[LintKind]['level']

/** One thing that a linter has to say; `file` is a path as the caller would write it. */
export interface LintFinding extends RuleError {
  kind: LintKind
}
