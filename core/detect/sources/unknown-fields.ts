import { EVENT_COLUMNS } from '../../event/columns.ts'
import type { Condition } from '../rule/condition.ts'
import type { SigmaRule } from '../rule/sigma-rule.ts'
import { type FamilyParts, partsByFamily, type SourceFamily } from './log-sources.ts'
import { nearestName } from './nearest-name.ts'

/** Field sets of ECS 8, and `winlog`: below them a rule may name our fields directly. */
const FIELD_SETS = new Set(
  `agent client cloud container data_stream destination device dll dns ecs email error event faas file group host http
  interface labels log network observer orchestrator organization package process registry related risk rule server
  service source span threat tls trace transaction url user user_agent volume vulnerability winlog x509`.split(
    /\s+/,
  ),
)
const COLUMNS = EVENT_COLUMNS.map(({ field }) => field)
const OWN_NAMES = new Set(['@timestamp', 'message', 'tags', 'labels', ...COLUMNS])

/**
 * Fields of a rule that no mapping knows and that no event of ours will carry, so that its tests of them can hardly
 * ever hold; each followed by the nearest name that is known, if one is near: `CommandLin (CommandLine?)`. A log
 * source of which nothing is written down, or whose product may make up names, is only held against misspellings.
 */
export function unknownFields(rule: SigmaRule, families: readonly SourceFamily[]): string[] {
  const owners = partsByFamily(families, rule.logSource)
  const known = new Set(owners.flat().flatMap((part) => [...part.fields.keys(), ...(part.known ?? [])]))
  const closed = owners.length > 0 && owners.every(isClosed)
  return [...fieldsOf(rule.condition)].flatMap((field) => {
    if (known.has(field) || OWN_NAMES.has(field)) return []
    const isEcs = field.includes('.') && FIELD_SETS.has(field.slice(0, field.indexOf('.')))
    const near = nearestName(field, isEcs ? COLUMNS : known, closed && !isEcs ? 2 : isEcs ? 1 : 0)
    if (near !== undefined) return [`${field} (${near}?)`]
    return closed && !isEcs ? [field] : []
  })
}

/** Whether all names of a family's fields are written down: the most particular part with a list says so. */
function isClosed(parts: FamilyParts): boolean {
  return parts.some((part) => part.known) || parts.every((part) => part.prefixes.length === 0)
}

function fieldsOf(condition: Condition, found = new Set<string>()): Set<string> {
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const child of condition.of) fieldsOf(child, found)
      break
    case 'not':
    case 'selection':
      fieldsOf(condition.of, found)
      break
    case 'test': {
      const { test } = condition
      if (test.field !== undefined) found.add(test.field)
      if (test.op === 'fieldref') found.add(test.other)
    }
  }
  return found
}
