'use client'

import { useSearchParams } from 'next/navigation'

const ASKED = ['q', 'range'] as const

/** What is asked (query and time range, or part of it) moves along from page to page: `?q=...&range=...`, or nothing. */
export function useCarried(names: readonly (typeof ASKED)[number][] = ASKED): string {
  const params = useSearchParams()
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = params.get(name)
    if (value) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}
