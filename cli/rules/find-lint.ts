import { join } from 'node:path'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { unknownFields } from '#core/detect/sources/unknown-fields'
import { judgeSpeed } from './judge-speed.ts'
import type { LintFinding, LintKind } from './lint-finding.ts'
import type { LoadedRules } from './load-rules.ts'

const NOT_YET = {
  message: 'correlations are read and checked, and not evaluated yet',
  mend: 'nothing to do; the rules that it names count by themselves',
}

/**
 * All there is to say about the rules of a path, file by file from top to bottom.
 * @param families what the fields of rules may mean
 */
export function findLint(
  { folder, rules, correlations, errors, warnings }: LoadedRules,
  families: readonly SourceFamily[],
): LintFinding[] {
  const as = (kind: LintKind) => (error: RuleError) => ({ ...error, file: join(folder, error.file), kind })
  const findings = [
    ...errors.map(as('error')),
    ...warnings.map(as('warning')),
    ...correlations.map(({ file, line }) => as('correlation')({ file, line, column: 1, ...NOT_YET })),
    ...rules.flatMap((rule) => strangeFieldsOf(rule, families).map(as('unknown-field'))),
    ...rules.flatMap((rule) => {
      const slow = slowOf(rule)
      return slow === undefined
        ? []
        : [as(slow.kind)({ file: rule.file, line: rule.line, column: 1, ...slow })]
    }),
  ]
  return findings.sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column)
}

function strangeFieldsOf(rule: SigmaRule, families: readonly SourceFamily[]): RuleError[] {
  return unknownFields(rule, families).map((field) => ({
    file: rule.file,
    ...placeOf(rule, field.replace(/ \(.*\)$/s, '')),
    message: `no event of this log source is known to have the field ${field}`,
    mend: 'write it as the log source has it, or say in rules/log-sources what it stands for',
  }))
}

/** Where a field is first tested; the start of the rule when an alias or a template brought it there. */
function placeOf({ line, text }: SigmaRule, field: string): { line: number; column: number } {
  for (const [i, written] of text.split('\n').entries()) {
    const before = /^[\s-]*["'{]?\s*/.exec(written)?.[0].length ?? 0
    const after = written.charAt(before + field.length)
    if (written.startsWith(field, before) && /["'|:]/.test(after))
      return { line: line + i, column: before + 1 }
  }
  return { line, column: 1 }
}

function slowOf({ condition }: SigmaRule): { kind: LintKind; message: string; mend: string } | undefined {
  switch (judgeSpeed(condition)) {
    case 'literal':
      return undefined
    case 'presence':
      return {
        kind: 'no-literal',
        message: 'no literal of 3 or more characters has to be in an event that matches',
        mend: 'add one that always is: the number of the event, a file name, a word of the command line',
      }
    case 'regex':
      return {
        kind: 'lone-regex',
        message: 'only a regular expression without a literal tells which events can match',
        mend: 'add a contains with a word that the expression always holds',
      }
    case 'nothing':
      return {
        kind: 'no-necessary-test',
        message:
          'the condition can hold without any test being true, so every event of the log source is judged',
        mend: 'add a selection of what must be there beside what must not',
      }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
