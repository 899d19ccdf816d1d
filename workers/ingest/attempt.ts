import { dead, type Outcome } from './outcome.ts'
import type { StageName } from './stage-clock.ts'

/** A step that throws has a bug: it costs its record the rest of the way, not the payload. */
export function attempt<Out>(name: StageName, step: () => Outcome<Out>): Outcome<Out> {
  try {
    return step()
  } catch (error) {
    return dead(`${name} failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}
