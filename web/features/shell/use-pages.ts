'use client'

import { useSearchParams } from 'next/navigation'
import { carriedOf } from './carried-of.ts'
import { addressOf, type ConsolePage, pagesFrom } from './pages.ts'
import { useScope } from './scope.tsx'
import { useViewer } from './viewer.tsx'

/** Pages that one can go to from here, each with its address: what is asked moves along. */
export function usePages(): { page: ConsolePage; href: string }[] {
  const { base, tenant } = useScope()
  const { manyTenants } = useViewer()
  const params = useSearchParams()
  return pagesFrom({ hasTenant: tenant !== undefined, manyTenants }).map((page) => ({
    page,
    href: addressOf(page, base) + carriedOf(params, page.carries),
  }))
}
