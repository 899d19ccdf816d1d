import type { Router } from '../sources/create-router.ts'
import type { MatchInput } from './matcher.ts'

/** All events that no log source tells apart. */
export interface Route {
  /** What tells their log sources, and nothing else. */
  readonly event: MatchInput
}

export interface Routes {
  of(event: MatchInput): Route
}

const MAX_ROUTES = 16_384

/** A sender may make up combinations of sources with every event: they are forgotten when there are too many. */
export function createRoutes(router: Router): Routes {
  const known = new Map<string, Route>()
  return {
    of(event) {
      const key = router.keyOf(event)
      const route = known.get(key)
      if (route) return route
      if (known.size >= MAX_ROUTES) known.clear()
      const made = { event: router.reduce(event) }
      known.set(key, made)
      return made
    },
  }
}
