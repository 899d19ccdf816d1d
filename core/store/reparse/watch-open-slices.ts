/** How long "nothing is being replaced" is believed: a reparse waits longer before it writes its first row. */
export const LEASE_MS = 1_000

/**
 * Spares statements the question whether anything is being replaced where the answer was no a moment ago.
 * @param ask whether any slice is open
 * @returns whether a statement has to ask for itself
 */
export function watchOpenSlices(
  ask: () => Promise<boolean>,
  now: () => number = () => performance.now(),
): () => boolean {
  let noneAt = Number.NEGATIVE_INFINITY
  let asking = false

  async function look(at: number): Promise<void> {
    asking = true
    try {
      if (!(await ask())) noneAt = at
    } catch {
      // Then statements go on asking for themselves.
    } finally {
      asking = false
    }
  }

  return () => {
    const at = now()
    if (at - noneAt < LEASE_MS) return false
    if (!asking) void look(at)
    return true
  }
}
