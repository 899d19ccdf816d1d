interface RecentSearch {
  query: string
  range: string | undefined
}

const MOST = 6
/** By slug, in the memory of this page alone: a query names hosts and people. */
const bySlug = new Map<string, readonly RecentSearch[]>()

export function noteSearch(slug: string, search: RecentSearch): void {
  const others = recentSearches(slug).filter(({ query }) => query !== search.query)
  bySlug.set(slug, [search, ...others].slice(0, MOST))
}

/** What was searched for in a tenant since the page was loaded, the latest first. */
export function recentSearches(slug: string): readonly RecentSearch[] {
  return bySlug.get(slug) ?? []
}
