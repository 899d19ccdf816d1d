import { createMatcher } from '#core/detect/match/create-matcher'
import type { Matcher, MatchInput } from '#core/detect/match/matcher'
import { createRuleSet } from '#core/detect/match/rule-set'
import type { TenantOverlay } from '#core/detect/policy/tenant-overlay'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { SourceFamily } from '#core/detect/sources/log-sources'

export type MatchRules = (event: MatchInput) => readonly SigmaRule[]

/** How a tenant's events meet the rules: everybody's without what is off or replaced, then its own. */
export function matchOf(
  matcher: Matcher,
  families: readonly SourceFamily[],
  { off, own }: TenantOverlay,
): MatchRules {
  if (off.length + own.length === 0) return (event) => matcher.match(event)
  const without = new Set([...off, ...own.map(({ id }) => id)])
  const set = createRuleSet(
    matcher.rules.length,
    matcher.rules.flatMap(({ id }, index) => (without.has(id) ? [] : [index])),
  )
  if (own.length === 0) return (event) => matcher.match(event, set)
  const ownMatcher = createMatcher(own, families)
  return (event) => [...matcher.match(event, set), ...ownMatcher.match(event)]
}
