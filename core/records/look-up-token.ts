import { createGate, type Gate } from './create-gate.ts'
import type { Records } from './create-records.ts'
import { type Transaction, withoutTenant } from './with-scope.ts'

/** Of the pool's connections, which sign-in and GraphQL need too. */
const UNKNOWN_AT_ONCE = 4
const MOST_WAITING = 200
const PATIENCE_MS = 1_000
const MOST_KNOWN = 10_000

/** Who looks a token up. */
interface Reception {
  gate: Gate
  /** Digests of tokens that opened something when last seen. */
  known: Set<string>
}

const receptions = new WeakMap<Records, Reception>()

/**
 * Asks what a token opens: at once for one that opened something before, few at a time for the others, because
 * anybody can make up tokens.
 * @param ask one statement
 * @throws UnavailableError
 */
export async function lookUpToken<T>(
  records: Records,
  hash: Uint8Array,
  ask: (tx: Transaction, hash: Uint8Array) => Promise<T | undefined>,
): Promise<T | undefined> {
  const { gate, known } = receptionOf(records)
  const digest = Buffer.from(hash).toString('base64')
  const answer = () => withoutTenant(records, (tx) => ask(tx, hash))
  const found = known.has(digest) ? await answer() : await gate.pass(answer)
  known.delete(digest)
  if (found === undefined) return undefined
  if (known.size >= MOST_KNOWN) {
    const [oldest] = known
    if (oldest !== undefined) known.delete(oldest)
  }
  known.add(digest)
  return found
}

function receptionOf(records: Records): Reception {
  const known = receptions.get(records)
  if (known) return known
  const made = {
    gate: createGate({ atOnce: UNKNOWN_AT_ONCE, mostWaiting: MOST_WAITING, patienceMs: PATIENCE_MS }),
    known: new Set<string>(),
  }
  receptions.set(records, made)
  return made
}
