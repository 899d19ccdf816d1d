import type { RuleMode } from '#core/detect/policy/mode-of'
import { reasonOfMode } from '#core/detect/policy/reason-of-mode'
import type { FolderPolicy } from '#core/detect/policy/rules-config'
import { tenantOverlay } from '#core/detect/policy/tenant-overlay'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { Level } from '#core/event/detection'
import { decideForAll } from './decide-for-all.ts'
import { ownRules } from './own-rules.ts'
import type { PlacedFolder, ReadSources, TenantSources } from './read-sources.ts'

/** A rule as it is for a tenant, looked for or not. */
export interface StandingRule {
  rule: SigmaRule
  mode: RuleMode
  level: Level
  /** Why it is in this mode, for people. */
  reason: string
}

/** The rules a tenant has: everybody's and its own, those that are off too; nobody else's. By id. */
export type TenantRulebook = ReadonlyMap<string, StandingRule>

/** What is said about rules, decided for each tenant when it is asked for. */
export function createRulebook({ folders, tenants }: ReadSources): (slug: string) => TenantRulebook {
  const { decided } = decideForAll(folders)
  const policies = policiesOf(folders)
  const forAll: TenantRulebook = new Map(
    [...decided].map(([id, { rule, mode }]) => [
      id,
      { rule, mode, level: rule.level, reason: reasonOf(rule, policies.get(id)) },
    ]),
  )
  const made = new Map<string, TenantRulebook>()

  function make(tenant: TenantSources): TenantRulebook {
    const own = ownRules(tenant, folders, decided).rules
    const { modes, levels } = tenantOverlay(decided, tenant.config, own)
    const book = new Map(forAll)
    const ownPolicies = policiesOf(tenant.folder ? [tenant.folder] : [])
    for (const [id, { rule, mode }] of own) {
      const reason = reasonOf(rule, ownPolicies.get(id) ?? policies.get(id))
      book.set(id, { rule, mode, level: rule.level, reason })
    }
    for (const [id, level] of levels) {
      const known = book.get(id)
      if (known) book.set(id, { ...known, level })
    }
    for (const [id, mode] of modes) {
      const known = book.get(id)
      if (known && isNamed(tenant, id)) book.set(id, { ...known, mode, reason: REASONS[mode] })
    }
    return book
  }

  return (slug) => {
    const tenant = tenants.find((one) => one.slug === slug)
    if (!tenant) return forAll
    const known = made.get(slug) ?? make(tenant)
    made.set(slug, known)
    return known
  }
}

const REASONS: Readonly<Record<RuleMode, string>> = {
  on: "The tenant's settings put it in force.",
  shadow: "It is on trial by the tenant's settings.",
  off: "The tenant's settings switch it off.",
}

function isNamed({ config }: TenantSources, id: string): boolean {
  return config.on.includes(id) || config.shadow.includes(id) || config.off.includes(id)
}

/** Of several folders with a rule the last one decides. */
function policiesOf(folders: readonly PlacedFolder[]): ReadonlyMap<string, FolderPolicy> {
  return new Map(folders.flatMap(({ policy, read }) => read.rules.map(({ id }) => [id, policy] as const)))
}

function reasonOf(rule: SigmaRule, policy: FolderPolicy | undefined): string {
  return policy ? reasonOfMode(rule, policy) : ''
}
