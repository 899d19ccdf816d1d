'use client'

import { useMemo } from 'react'
import { useScope } from '../shell/scope.tsx'

/** What of the tenants in scope is asked: those that the address names, all of them otherwise. */
export function useAskedSlugs(tenants: readonly string[] | undefined): string[] {
  const { slugs } = useScope()
  const named = tenants?.join()
  return useMemo(() => {
    const wanted = named?.split(',') ?? []
    const found = slugs.filter((slug) => wanted.includes(slug))
    return found.length > 0 ? found : slugs
  }, [named, slugs])
}
