'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { QueryMistake } from './query-bar-underline.tsx'
import { useGrammar } from './use-grammar.ts'

interface Draft {
  text: string
  setText: (text: string) => void
  /** None before somebody wanted to run it: who types has not finished. */
  mistakes: readonly QueryMistake[]
  /** Whether it can be asked; from here on its mistakes show until the text changes. */
  holds: () => boolean
}

const NONE: readonly never[] = []

/** A query while one works on it. @param asked what it begins with, and is again when that changes */
export function useDraft(asked: string): Draft {
  const grammar = useGrammar()
  const [text, write] = useState(asked)
  const [tried, setTried] = useState(false)
  useEffect(() => write(asked), [asked])
  const found = useMemo(() => grammar?.check(text) ?? NONE, [grammar, text])
  const setText = useCallback((next: string) => {
    setTried(false)
    write(next)
  }, [])
  const holds = useCallback(() => {
    setTried(true)
    return found.length === 0
  }, [found])
  return { text, setText, mistakes: tried ? found : NONE, holds }
}
