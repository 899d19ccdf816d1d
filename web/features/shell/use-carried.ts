'use client'

import { useSearchParams } from 'next/navigation'

/** What is asked (query and time range) moves along from page to page: `?q=...&range=...`, or nothing. */
export function useCarried(): string {
  const params = useSearchParams()
  const kept = new URLSearchParams()
  for (const name of ['q', 'range']) {
    const value = params.get(name)
    if (value) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}
