import type { Condition } from './condition.ts'
import type { RuleError } from './rule-error.ts'
import type { SigmaFilter } from './sigma-filter.ts'
import type { LogSource, SigmaRule } from './sigma-rule.ts'

/**
 * Rules with the conditions of the filters that concern them: `(rule) and (filter)`, as written. A filter concerns
 * a rule that it names by id or name, or all with `any`, where its log source contains the rule's.
 * @param filters of any file, also of others than the rules'
 */
export function applyFilters(
  rules: readonly SigmaRule[],
  filters: readonly SigmaFilter[],
): { rules: SigmaRule[]; warnings: RuleError[] } {
  const warnings: RuleError[] = []
  const concerning = new Map<SigmaRule, SigmaFilter[]>()
  const named = new Map<string, SigmaRule[]>()
  if (filters.length > 0) {
    for (const rule of rules) {
      for (const key of new Set([rule.id, rule.name ?? rule.id])) {
        const known = named.get(key)
        if (known) known.push(rule)
        else named.set(key, [rule])
      }
    }
  }
  for (const filter of filters) {
    for (const rule of chosenRules(filter, rules, named, warnings)) {
      const known = concerning.get(rule)
      if (!known) concerning.set(rule, [filter])
      else if (known.at(-1) !== filter) known.push(filter)
    }
  }
  const filtered = rules.map((rule) => {
    const conditions = concerning.get(rule)?.map(namedCondition)
    return conditions
      ? { ...rule, condition: { kind: 'all' as const, of: [rule.condition, ...conditions] } }
      : rule
  })
  return { rules: filtered, warnings }
}

/** Whoever asks why a rule did not match sees which filter spoke against it. */
function namedCondition({ title, condition }: SigmaFilter): Condition {
  return { kind: 'selection', name: `filter ${title}`, of: condition }
}

function chosenRules(
  filter: SigmaFilter,
  rules: readonly SigmaRule[],
  named: ReadonlyMap<string, readonly SigmaRule[]>,
  warnings: RuleError[],
): SigmaRule[] {
  const { file } = filter
  const within = (rule: SigmaRule) => contains(filter.logSource, rule.logSource)
  if (filter.rules === 'any') {
    const chosen = rules.filter(within)
    if (chosen.length === 0) {
      const mend = 'look at its product, category and service'
      warnings.push({
        file,
        line: filter.line,
        column: 1,
        message: 'no rule is of the log source of this filter',
        mend,
      })
    }
    return chosen
  }
  return filter.rules.flatMap(({ to, line, column }) => {
    const found = named.get(to) ?? []
    const chosen = found.filter(within)
    if (found.length === 0) {
      const message = `no rule has the id or name '${to}'`
      warnings.push({
        file,
        line,
        column,
        message,
        mend: 'name a rule that is loaded; filters never concern correlations',
      })
    } else if (chosen.length === 0) {
      const message = `the rule '${to}' is not of the log source of this filter`
      warnings.push({
        file,
        line,
        column,
        message,
        mend: 'give the filter the log source of the rule, or less of it',
      })
    }
    return chosen
  })
}

function contains(filter: LogSource, rule: LogSource): boolean {
  return (['product', 'category', 'service'] as const).every(
    (key) => filter[key] === undefined || filter[key] === rule[key],
  )
}
