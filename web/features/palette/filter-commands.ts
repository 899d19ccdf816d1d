import { defaultFilter } from 'cmdk'

const OF_TENANTS = /^tenant:\s*/i

/** The entry that searches for whatever was typed: behind all that are called so. */
export const TYPED = 'search for what is typed'
const LAST = 0.000_001

export const asksForTenants = (text: string): boolean => OF_TENANTS.test(text)

/** How well an entry fits what was typed: 0 not at all. `tenant:acme` looks for tenants called acme. */
export function filterCommands(value: string, text: string, keywords?: string[]): number {
  const asked = text.replace(OF_TENANTS, '').trim()
  if (value === TYPED) return LAST
  return asked === '' ? 1 : defaultFilter(value, asked, keywords)
}
