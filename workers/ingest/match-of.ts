import type { Matcher, MatchInput } from '#core/detect/match/matcher'
import type { TenantOverlay } from '#core/detect/policy/tenant-overlay'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'

export type MatchRules = (event: MatchInput) => readonly SigmaRule[]

/** How a tenant's events meet the rules: everybody's without what is off or replaced, then its own. */
export function matchOf(
  matcher: Matcher,
  { off, own }: TenantOverlay,
): { match: MatchRules; bytes: () => number } {
  if (off.length + own.length === 0) return { match: (event) => matcher.match(event), bytes: () => 0 }
  const tenant = matcher.overlay({ off, own })
  return { match: (event) => matcher.match(event, tenant), bytes: () => tenant.bytes }
}
