/** How long "nothing is being replaced" is believed: a reparse waits longer before it writes its first row. */
export const LEASE_MS = 1_000

/** Often enough that an answer is there before the one before it is too old. */
const LOOK_MS = 700
/** A person's next question comes within minutes, and would be a quarter slower if it had to ask for itself. */
const ATTENDED_MS = 300_000

export interface OpenSlices {
  /** Whether a statement has to ask for itself: something may be being replaced. */
  mayBeOpen(): boolean
  close(): void
}

/**
 * Spares statements the question whether anything is being replaced where the answer was no a moment ago. Goes on
 * looking for as long as statements come.
 * @param ask whether any slice is open
 */
export function watchOpenSlices(
  ask: () => Promise<boolean>,
  now: () => number = () => performance.now(),
): OpenSlices {
  let noneAt = Number.NEGATIVE_INFINITY
  let neededAt = Number.NEGATIVE_INFINITY
  let asking = false
  let next: NodeJS.Timeout | undefined

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

  function lookAgain(): void {
    if (!asking) void look(now())
    const isAttended = now() - neededAt < ATTENDED_MS
    next = isAttended ? setTimeout(lookAgain, LOOK_MS).unref() : undefined
  }

  return {
    mayBeOpen() {
      neededAt = now()
      if (next === undefined) lookAgain()
      return neededAt - noneAt >= LEASE_MS
    },
    close() {
      clearTimeout(next)
      neededAt = Number.NEGATIVE_INFINITY
    },
  }
}
