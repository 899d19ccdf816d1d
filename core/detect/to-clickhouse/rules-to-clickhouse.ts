import type { SigmaRule } from '../rule/sigma-rule.ts'
import { eventFields, type SourceFamily } from '../sources/log-sources.ts'
import { conditionSql } from './condition-sql.ts'
import { logSourceCondition } from './log-source-condition.ts'
import { createStatementParts, ruleTooLarge } from './statement-parts.ts'

export interface RuleConditions {
  /**
   * A condition over the table `events` for each rule, 0 or 1 and never NULL. What several of them look at is named
   * where it stands first: they belong into one statement, all of them.
   */
  conditions: readonly string[]
  /** Values of their `{name:Type}` places: no text of a rule stands in a condition. */
  params: Readonly<Record<string, unknown>>
}

/** ClickHouse parses 262,144 bytes at most; the statement around the condition takes some. */
const MAX_SQL_CHARACTERS = 200_000

/**
 * Compiles rules to conditions that hold for the stored events that the live matcher matches, one for one.
 * @param sources what rule fields and log sources mean in our events (`rules/log-sources`)
 * @throws UserError `RULE_TOO_LARGE` when no statement holds them
 */
export function rulesToClickHouse(
  rules: readonly SigmaRule[],
  sources: readonly SourceFamily[],
): RuleConditions {
  const parts = createStatementParts()
  let room = MAX_SQL_CHARACTERS
  const conditions = rules.map(({ condition, logSource }) => {
    const { product, category, service } = logSource
    const source = parts.once(`source ${JSON.stringify([product, category, service])}`, () =>
      logSourceCondition(parts, sources, logSource),
    )
    const holds = conditionSql(parts, condition, (field) => eventFields(sources, logSource, field))
    const sql = `(${source} AND ${holds})`
    room -= sql.length
    if (room < 0) throw ruleTooLarge('its condition has too many parts')
    return sql
  })
  return { conditions, params: parts.params }
}
