const NOTHING: readonly unknown[] = []

/** @returns a list, one value as a list of it, nothing as an empty one */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? NOTHING : [value]
}
