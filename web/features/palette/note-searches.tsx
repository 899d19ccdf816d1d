'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { pageAt } from '../shell/pages.ts'
import { useScope } from '../shell/scope.tsx'
import { noteSearch } from './recent-searches.ts'

/** Remembers what is searched for, for the palette. */
export function NoteSearches() {
  const { tenant } = useScope()
  const params = useSearchParams()
  const searching = pageAt(usePathname())?.path === 'search'
  const query = params.get('q')
  const range = params.get('range') ?? undefined
  useEffect(() => {
    if (tenant && searching && query) noteSearch(tenant.slug, { query, range })
  }, [tenant, searching, query, range])
  return null
}
