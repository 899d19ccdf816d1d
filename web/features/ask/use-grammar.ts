'use client'

import { useEffect, useState } from 'react'

export type Grammar = typeof import('./grammar.ts')['grammar']

/** The search language, once it is here. Until then nothing is a mistake, and the server answers for itself. */
export function useGrammar(): Grammar | undefined {
  const [grammar, setGrammar] = useState<Grammar>()
  useEffect(() => {
    let left = false
    import('./grammar.ts').then(
      (loaded) => left || setGrammar(loaded.grammar),
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [])
  return grammar
}
