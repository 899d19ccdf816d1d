import type { SigmaRule } from '../rule/sigma-rule.ts'
import { createRouter } from '../sources/create-router.ts'
import { eventFields, type SourceFamily } from '../sources/log-sources.ts'
import { createRoutes } from './create-routes.ts'
import { createRuleIndex, type RuleIndex } from './create-rule-index.ts'
import { createEventView } from './event-view.ts'
import { explainCondition } from './explain-condition.ts'
import type { Matcher, TenantRules } from './matcher.ts'
import { createTextBuffer } from './text-buffer.ts'

/**
 * Compiles rules to one matcher.
 * @param sources what rule fields and log sources mean in our events (`rules/log-sources`), or `as-is` for events
 *   that carry the names that the rules use: nothing is mapped and every rule meets every event
 */
export function createMatcher(
  rules: readonly SigmaRule[],
  sources: readonly SourceFamily[] | 'as-is',
): Matcher {
  const families = sources === 'as-is' ? [] : sources
  const router = createRouter(families)
  const base = createRuleIndex(rules, families)
  const placesById = groupById(rules)
  const routes = createRoutes(router)
  const view = createEventView()
  const buffer = createTextBuffer()

  return {
    rules,
    match(event, tenant) {
      // No other object has this type: overlay() makes them all.
      const overlay = tenant as Overlay | undefined
      view.show(event)
      const route = routes.of(view)
      const found: number[] = []
      base.find(route, view, buffer, found)
      const matched = rulesAt(base, found, overlay?.off)
      if (!overlay?.own) return matched
      const own: number[] = []
      overlay.own.find(route, view, buffer, own)
      return own.length === 0 ? matched : [...matched, ...rulesAt(overlay.own, own)]
    },
    explain(rule, event) {
      view.show(event)
      const namesOf = (field: string) => eventFields(families, rule.logSource, field)
      const condition = explainCondition(rule.condition, view, namesOf)
      const routed = router.meeting(event)(rule.logSource)
      return { matches: routed && condition.holds, routed, condition }
    },
    overlay({ off = [], own = [] }) {
      const gone = [...off, ...own.map((rule) => rule.id)].flatMap((id) => placesById.get(id) ?? [])
      const overlay: Overlay = {
        rules: own,
        off: new Set(gone),
        own: own.length > 0 ? createRuleIndex(own, families, base) : undefined,
      }
      return overlay
    },
    get memory() {
      return { bytes: base.bytes }
    },
  }
}

interface Overlay extends TenantRules {
  /** Places of base rules that do not count. */
  off: ReadonlySet<number>
  own: RuleIndex | undefined
}

function rulesAt({ rules }: RuleIndex, places: number[], off?: ReadonlySet<number>): SigmaRule[] {
  if (places.length === 0) return []
  const counting = off && off.size > 0 ? places.filter((place) => !off.has(place)) : places
  return counting.sort((a, b) => a - b).flatMap((place) => rules[place] ?? [])
}

function groupById(rules: readonly SigmaRule[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, { id }] of rules.entries()) {
    const known = places.get(id)
    if (known) known.push(place)
    else places.set(id, [place])
  }
  return places
}
