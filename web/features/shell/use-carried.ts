'use client'

import { useSearchParams } from 'next/navigation'
import { carriedOf } from './carried-of.ts'

const ASKED = ['q', 'range'] as const

/** What is asked (query and time range, or part of it) moves along from page to page: `?q=...&range=...`, or nothing. */
export function useCarried(names: readonly (typeof ASKED)[number][] = ASKED): string {
  return carriedOf(useSearchParams(), names)
}
