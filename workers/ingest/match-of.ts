import type { Matcher, MatchInput } from '#core/detect/match/matcher'
import type { TenantOverlay } from '#core/detect/policy/tenant-overlay'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'

export type MatchRules = (event: MatchInput) => readonly SigmaRule[]

/** How a tenant's events meet the rules: everybody's without what is off or replaced, then its own. */
export function matchOf(matcher: Matcher, { off, own }: TenantOverlay): MatchRules {
  if (off.length + own.length === 0) return (event) => matcher.match(event)
  const tenant = matcher.overlay({ off, own })
  return (event) => matcher.match(event, tenant)
}
