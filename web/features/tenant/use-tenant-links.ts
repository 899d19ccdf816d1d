'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { carriedOf } from '../shell/carried-of.ts'
import { addressOf, PAGES, pageAt } from '../shell/pages.ts'

const FIRST = PAGES.find((page) => page.of === 'tenant')
const SEARCH = PAGES.find((page) => page.path === 'search')

/**
 * Addresses of the same page elsewhere. The ids of single alerts and events stay behind, and so does the query: it
 * names hosts and people of one customer.
 */
export function useTenantLinks(): { inTenant: (slug: string) => string; inAll: string } {
  const pathname = usePathname()
  const params = useSearchParams()
  const here = pageAt(pathname)
  const carried = carriedOf(params, here?.carries.filter((name) => name !== 'q') ?? [])
  const there = here?.of === 'all' ? FIRST : (here ?? SEARCH)
  return {
    inTenant: (slug) => (there ? addressOf(there, `/t/${slug}`) + carried : `/t/${slug}`),
    inAll: here?.of === 'both' ? addressOf(here, '/all') + carried : '/all',
  }
}
