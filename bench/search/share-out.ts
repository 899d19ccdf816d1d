const WHOLE = 1_000_000

/**
 * Bounds below a million: who draws a number below the first bound belongs to the first tenant, and so on.
 * As at an MSSP a few are large: the second has half of what the first has, the third a third.
 */
export function shareOut(tenants: number): number[] {
  return boundsOf(Array.from({ length: tenants }, (_, place) => 1 / (place + 1)))
}

/** The same for each. */
export function shareEvenly(tenants: number): number[] {
  return boundsOf(Array.from({ length: tenants }, () => 1))
}

function boundsOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return weights.map((weight) => {
    sum += weight
    return Math.round((sum / total) * WHOLE)
  })
}
