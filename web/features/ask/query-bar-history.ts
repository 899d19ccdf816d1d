const MOST = 50

/**
 * What was asked in each scope since the page was loaded. Kept here alone: a query names hosts and people of one
 * customer, and browser storage outlives the session.
 */
const asked = new Map<string, readonly string[]>()

/** @param scope where it was asked: `/t/kestrel` */
export function rememberQuery(scope: string, query: string): void {
  if (!query) return
  asked.set(scope, [query, ...queriesOf(scope).filter((one) => one !== query)].slice(0, MOST))
}

/** The latest first. */
export function queriesOf(scope: string): readonly string[] {
  return asked.get(scope) ?? []
}
