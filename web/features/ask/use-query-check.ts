'use client'

import { useCallback, useEffect, useState } from 'react'
import type { QueryMistake } from './query-bar.tsx'

type Parse = typeof import('#core/search/parse-search')['parseSearch']

/**
 * Finds the mistakes of a query in the browser, by the server's own grammar. It arrives after the page; until
 * then nothing is a mistake, and the server answers for itself.
 */
export function useQueryCheck(): (text: string) => readonly QueryMistake[] {
  const [parse, setParse] = useState<Parse>()
  useEffect(() => {
    let left = false
    import('#core/search/parse-search').then(
      ({ parseSearch }) => left || setParse(() => parseSearch),
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [])
  return useCallback(
    (text) => {
      const parsed = parse?.(text)
      return !parsed || parsed.ok ? [] : parsed.errors
    },
    [parse],
  )
}
