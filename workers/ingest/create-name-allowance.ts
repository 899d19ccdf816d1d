import type { CountedNames } from '#core/parse/field-names'

const DAY_MS = 86_400_000
/** Beyond those that every tenant has: applications of a large tenant together have some thousands. */
const MOST_NAMES = 10_000
const MOST_CHARACTERS = 500_000

/** What a tenant made up in a day. */
interface Made {
  day: number
  names: Set<string>
  characters: number
}

export type NameAllowance = (tenantId: string, received: number) => CountedNames

/**
 * Bounds how many names of fields the lines of a tenant invent in a day: each becomes a key of the store's map and an
 * entry in lists of fields.
 * @param known names that always pass and are not counted
 */
export function createNameAllowance(known: ReadonlySet<string>): NameAllowance {
  const tenants = new Map<string, Made>()
  let count = 0

  function madeBy(tenantId: string, day: number): Made {
    const made = tenants.get(tenantId)
    // A payload that comes late counts to the day at hand.
    if (made !== undefined && made.day >= day) return made
    const fresh = { day, names: new Set<string>(), characters: 0 }
    tenants.set(tenantId, fresh)
    return fresh
  }

  return (tenantId, received) => {
    const made = madeBy(tenantId, Math.floor(received / DAY_MS))
    let added: string[] = []
    let refused = false
    const names = {
      id: count++,
      allow(name: string) {
        if (known.has(name) || made.names.has(name)) return true
        if (made.names.size >= MOST_NAMES || made.characters + name.length > MOST_CHARACTERS) {
          refused = true
          return false
        }
        made.names.add(name)
        made.characters += name.length
        added.push(name)
        return true
      },
      trial() {
        added = []
        refused = false
        return {
          mattersOrder: () => refused && added.length > 0,
          undo: () => {
            for (const name of added) {
              made.names.delete(name)
              made.characters -= name.length
            }
            names.id = count++
          },
        }
      },
    }
    return names
  }
}
