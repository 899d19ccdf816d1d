import { type DecidedRules, decideRules } from '#core/detect/policy/decide-rules'
import { filterRules } from '#core/detect/policy/filter-rules'
import { readRules } from '#core/detect/rule/read-rules'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { PlacedFolder, TenantSources } from './read-sources.ts'

interface OwnRules {
  rules: DecidedRules
  errors: RuleError[]
  warnings: RuleError[]
}

/**
 * Rules that a tenant has for itself: those of its folder, everybody's that mean something else to it because it says
 * what their placeholders stand for, and everybody's that its filters concern.
 */
export function ownRules(
  tenant: TenantSources,
  folders: readonly PlacedFolder[],
  base: DecidedRules,
): OwnRules {
  const { config, folder } = tenant
  const expanded =
    Object.keys(config.placeholders).length === 0 ? [] : folders.map((one) => expand(one, tenant))
  const own = new Map(decideRules(expanded))
  for (const [id, { rule }] of own) {
    const known = base.get(id)?.rule
    // Another folder's rule stands in the place of this one.
    if (known && known.text !== rule.text) own.delete(id)
  }
  const read = folder?.read
  for (const [id, decided] of decideRules(
    folder ? [{ rules: folder.read.rules, policy: folder.policy }] : [],
  ))
    own.set(id, decided)
  const everybodys = folders.flatMap((one) => one.read.filters)
  const all = new Map([...base, ...filterRules(own, everybodys).decided])
  const { decided, warnings } = filterRules(all, read?.filters ?? [])
  return {
    rules: new Map([...decided].filter(([id, { rule }]) => own.has(id) || base.get(id)?.rule !== rule)),
    errors: expanded.flatMap(({ errors }) => errors),
    warnings,
  }
}

/** Files with placeholders, read with those of the tenant. What is wrong for everybody is told elsewhere. */
function expand({ policy, read }: PlacedFolder, { placeholders }: TenantSources) {
  const known = new Set(read.errors.map(({ file, message }) => `${file} ${message}`))
  const files = read.templates.map(({ file, text }) => readRules(text, file, placeholders))
  const errors = files.flatMap((file) => file.errors)
  return {
    policy,
    rules: files.flatMap((file) => file.rules),
    errors: errors.filter(({ file, message }) => !known.has(`${file} ${message}`)),
  }
}
