/** What is asked (query and time range, or part of it), to move along to another page: `?q=...&range=...`, or nothing. */
export function carriedOf(params: { get(name: string): string | null }, names: readonly string[]): string {
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = params.get(name)
    if (value) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}
