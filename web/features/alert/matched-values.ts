import type { RuleExplanationQuery } from '../../graphql/generated/graphql.ts'

type Row = NonNullable<RuleExplanationQuery['ruleExplanation']>['rows'][number]

/** Longer ones are whole lines: marking them marks everything. */
const LONGEST = 200

/**
 * What to mark in an event that a rule matched: of each test that holds under nothing that is denied, the texts that the rule names, or,
 * where it names a pattern, the value that met it.
 */
export function matchedValues(rows: readonly Row[]): string[] {
  const values = new Set<string>()
  let denied: number | undefined
  for (const row of rows) {
    if (denied !== undefined && row.depth > denied) continue
    denied = row.kind === 'not' ? row.depth : undefined
    if (row.kind !== 'test' || !row.holds) continue
    const named = row.modifiers.some((modifier) => PATTERNS.has(modifier))
      ? []
      : row.wanted.filter(({ holds }) => holds).flatMap(({ text }) => literalOf(text))
    for (const value of named.length > 0 ? named : row.found.slice(0, 1))
      if (value.trim() !== '' && value.length <= LONGEST) values.add(value)
  }
  return [...values]
}

/** Of these the rule's text does not stand in the event. */
const PATTERNS = new Set([
  're',
  'cidr',
  'exists',
  'gt',
  'gte',
  'lt',
  'lte',
  'neq',
  'fieldref',
  'base64',
  'base64offset',
])

/** As the rule prints it: `'/bin/sh'`, `4625`. Wildcards leave the longest text between them. */
function literalOf(text: string): string[] {
  const bare = /^'(.*)'$/s.exec(text)?.[1] ?? text
  const parts = (bare.match(/(?:\\.|[^*?\\])+/gs) ?? []).map((part) => part.replaceAll(/\\(.)/gs, '$1'))
  return parts.sort((one, other) => other.length - one.length).slice(0, 1)
}
