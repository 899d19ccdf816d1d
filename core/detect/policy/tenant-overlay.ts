import type { Level } from '../../event/detection.ts'
import type { SigmaRule } from '../rule/sigma-rule.ts'
import type { DecidedRule, DecidedRules } from './decide-rules.ts'
import type { RuleMode } from './mode-of.ts'
import type { TenantRulesConfig } from './rules-config.ts'

/** What a tenant's rules are, said as a difference from everybody's: its size is that of the change. */
export interface TenantOverlay {
  /** Ids of rules that are looked for elsewhere and not at this tenant. */
  off: readonly string[]
  /** Rules that are looked for at this tenant only; one with the id of a base rule stands in its place. */
  own: readonly SigmaRule[]
  /** Modes that differ or belong to the tenant's own rules. */
  modes: ReadonlyMap<string, RuleMode>
  levels: ReadonlyMap<string, Level>
  /** Ids that the tenant's lists name and no rule has. */
  unknown: readonly string[]
}

/** @param own rules that the tenant has for itself, decided by the policies of where they come from */
export function tenantOverlay(
  base: DecidedRules,
  { on, shadow, off, level }: Pick<TenantRulesConfig, RuleMode | 'level'>,
  own: DecidedRules,
): TenantOverlay {
  const changed = new Map<string, DecidedRule>(own)
  const levels = new Map(Object.entries(level))
  const unknown = new Set<string>()
  for (const [mode, ids] of [
    ['on', on],
    ['shadow', shadow],
    ['off', off],
  ] as const) {
    for (const id of ids) {
      const known = changed.get(id) ?? base.get(id)
      if (known) changed.set(id, { rule: known.rule, mode })
      else unknown.add(id)
    }
  }
  for (const id of levels.keys()) if (!changed.has(id) && !base.has(id)) unknown.add(id)
  const entries = [...changed]
  return {
    off: entries.flatMap(([id, { mode }]) => (mode === 'off' && isLookedFor(base.get(id)) ? [id] : [])),
    own: entries.flatMap(([id, { rule, mode }]) =>
      mode !== 'off' && !(isLookedFor(base.get(id)) && base.get(id)?.rule === rule) ? [rule] : [],
    ),
    modes: new Map(entries.map(([id, { mode }]) => [id, mode])),
    levels,
    unknown: [...unknown],
  }
}

function isLookedFor(decided: DecidedRule | undefined): boolean {
  return decided !== undefined && decided.mode !== 'off'
}
