/** What a form or a server's log wrote for a query: `+` is a blank, `%27` a quote; what is no valid escape stays. */
export function decodeQuery(query: string): string {
  const spaced = query.replaceAll('+', ' ')
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}
