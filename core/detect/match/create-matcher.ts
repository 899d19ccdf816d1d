import type { SigmaRule } from '../rule/sigma-rule.ts'
import { createRouter } from '../sources/create-router.ts'
import type { SourceFamily } from '../sources/log-sources.ts'
import { buildRuleIndex, type RuleIndex } from './build-rule-index.ts'
import { createExplainer } from './create-explainer.ts'
import { createRoutes } from './create-routes.ts'
import { createEventView } from './event-view.ts'
import type { Matcher, TenantRules } from './matcher.ts'
import { runToEnd } from './run-to-end.ts'
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
  return runToEnd(buildMatcher(rules, sources))
}

/** {@link createMatcher} for who has other work between its steps, of which there are some for each rule. */
export function* buildMatcher(
  rules: readonly SigmaRule[],
  sources: readonly SourceFamily[] | 'as-is',
): Generator<undefined, Matcher> {
  const families = sources === 'as-is' ? [] : sources
  const router = createRouter(families)
  const explain = createExplainer(families, router)
  const base = yield* buildRuleIndex(rules, families)
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
    explain,
    overlay({ off = [], own = [] }) {
      const gone = [...off, ...own.map((rule) => rule.id)].flatMap((id) => placesById.get(id) ?? [])
      const index = own.length > 0 ? runToEnd(buildRuleIndex(own, families, base)) : undefined
      const overlay: Overlay = {
        ...{ rules: own, off: new Set(gone), own: index },
        get bytes() {
          return gone.length * PLACE_BYTES + (index?.bytes ?? 0)
        },
      }
      return overlay
    },
    get memory() {
      return { bytes: base.bytes }
    },
  }
}

/** In a set. */
const PLACE_BYTES = 40

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
