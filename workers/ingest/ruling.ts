import { createHash } from 'node:crypto'
import type { MatchInput } from '#core/detect/match/matcher'
import type { DecidedRules } from '#core/detect/policy/decide-rules'
import type { TenantOverlay } from '#core/detect/policy/tenant-overlay'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { Level } from '#core/event/detection'
import type { MatchRules } from './match-of.ts'

/** What the events of a tenant are judged by. */
export interface Ruling {
  match(event: MatchInput): readonly SigmaRule[]
  isShadow(ruleId: string): boolean
  levelOf(rule: SigmaRule): Level
  /** Of the tenant's own rules and everybody's; of nobody else's. */
  ruleOf(ruleId: string): SigmaRule | undefined
  /** Digest of the rules in force: equal where the same events make the same detections. */
  version: string
}

/**
 * For the tenants that change nothing.
 * @param besides what rules mean besides their text: placeholders, filters
 */
export function baseRuling(match: MatchRules, decided: DecidedRules, besides: unknown): Ruling {
  const digest = createHash('sha256').update(JSON.stringify(besides))
  for (const [id, { rule, mode }] of decided)
    if (mode !== 'off') digest.update(`${id}\n${mode}\n${rule.text}\n`)
  return {
    match,
    isShadow: (id) => decided.get(id)?.mode === 'shadow',
    levelOf: (rule) => rule.level,
    ruleOf: (id) => decided.get(id)?.rule,
    version: shortened(digest.digest('hex')),
  }
}

/** @param besides the tenant's placeholders and filters */
export function tenantRuling(
  base: Ruling,
  overlay: TenantOverlay,
  match: MatchRules,
  besides: unknown,
): Ruling {
  const { modes, levels } = overlay
  const own = new Map(overlay.own.map((rule) => [rule.id, rule]))
  const changes = [...modes, ...levels, ...overlay.own.map(({ text }) => text)]
  const digest = createHash('sha256').update(JSON.stringify([base.version, overlay.off, changes, besides]))
  return {
    match,
    isShadow: (id) => (modes.has(id) ? modes.get(id) === 'shadow' : base.isShadow(id)),
    levelOf: (rule) => levels.get(rule.id) ?? rule.level,
    ruleOf: (id) => own.get(id) ?? base.ruleOf(id),
    version: shortened(digest.digest('hex')),
  }
}

function shortened(digest: string): string {
  return digest.slice(0, 12)
}
