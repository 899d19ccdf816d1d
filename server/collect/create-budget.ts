/** Bytes that may be held at the same time. */
export interface Budget {
  /** @returns false, and takes nothing, when they are not left */
  take(bytes: number): boolean
  give(bytes: number): void
}

export function createBudget(limit: number): Budget {
  let left = limit
  return {
    take(bytes) {
      if (bytes > left) return false
      left -= bytes
      return true
    },
    give(bytes) {
      left += bytes
    },
  }
}
