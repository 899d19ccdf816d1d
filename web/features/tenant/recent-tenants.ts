const KEY = 'nightjar:recent'
const MOST = 6

/** Slugs of the tenants that were looked at in this browser, the latest first. Nothing else of them is kept. */
export function recentTenants(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((slug) => typeof slug === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export function noteTenant(slug: string): void {
  const kept = [slug, ...recentTenants().filter((one) => one !== slug)].slice(0, MOST)
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing has no recent tenants.
  }
}

/** The recent ones first, then the others as they came. */
export function recentFirst<Tenant extends { slug: string }>(
  tenants: readonly Tenant[],
  recent: readonly string[],
): Tenant[] {
  const place = ({ slug }: Tenant) => (recent.includes(slug) ? recent.indexOf(slug) : recent.length)
  return tenants.toSorted((one, other) => place(one) - place(other))
}
