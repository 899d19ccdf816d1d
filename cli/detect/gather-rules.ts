import { join } from 'node:path'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { unknownFields } from '#core/detect/sources/unknown-fields'
import { loadRules } from '../rules/load-rules.ts'
import { printRuleErrors } from '../rules/print-rule-errors.ts'
import { readPlaceholders } from '../rules/read-placeholders.ts'
import { chooseRules, type RuleChoice } from './choose-rules.ts'

interface Wanted {
  /** Folders and files. */
  rules: readonly string[]
  placeholders: string | undefined
  /** Leave out rules that do not load, instead of doing nothing. */
  skipBroken: boolean
  choice: RuleChoice
}

const MOST_ERRORS = 20
const MOST_SKIPPED = 3

/**
 * The rules to judge by.
 * @param families to tell of fields that no mapping knows; undefined where nothing is mapped
 * @param note told what does not stop the work
 * @throws Error when a rule does not load and may not be left out, or none is left
 */
export async function gatherRules(
  { rules: paths, placeholders, skipBroken, choice }: Wanted,
  families: readonly SourceFamily[] | undefined,
  note: (text: string) => void,
): Promise<SigmaRule[]> {
  const loaded = await loadRules(
    paths,
    placeholders === undefined ? {} : await readPlaceholders(placeholders),
  )
  const errors = loaded.flatMap(({ folder, errors }) =>
    errors.map((error) => ({ ...error, file: join(folder, error.file) })),
  )
  const from = paths.join(' ')
  if (errors.length > 0 && !skipBroken) {
    const mend = `mend them (nightjar rules lint ${from} shows the lines), or go on without them: --skip-broken`
    throw new Error(`${errors.length} errors in ${from}\n${printRuleErrors(errors, MOST_ERRORS)}${mend}`)
  }
  const all = loaded.flatMap(({ rules }) => rules)
  if (all.length === 0)
    throw new Error(`there is no rule in ${from}${errors.length > 0 ? ' that loads' : ''}`)
  const rules = chooseRules(all, choice)
  if (rules.length === 0) {
    throw new Error(`none of the ${all.length} rules is of the level, status, tag and name wanted`)
  }
  if (errors.length > 0) {
    const first = printRuleErrors(errors, MOST_SKIPPED).trimEnd()
    note(`${errors.length} errors in ${from}: these rules are left out\n${first}`)
  }
  const correlations = loaded.reduce((sum, one) => sum + one.correlations.length, 0)
  if (correlations > 0) note(`${correlations} correlations are left out: they are not evaluated yet`)
  const strange = families ? rules.filter((rule) => unknownFields(rule, families).length > 0) : []
  if (strange.length > 0) {
    note(`${strange.length} rules test fields that no mapping knows: nightjar rules lint ${from} names them`)
  }
  return rules
}
