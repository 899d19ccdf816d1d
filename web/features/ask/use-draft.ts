'use client'

import { useState } from 'react'
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

/** A query while one works on it. */
export function useDraft(initial: string): Draft {
  const grammar = useGrammar()
  const [text, setText] = useState(initial)
  const [tried, setTried] = useState(false)
  const mistakes = grammar?.check(text) ?? []
  return {
    text,
    setText(next) {
      setTried(false)
      setText(next)
    },
    mistakes: tried ? mistakes : [],
    holds() {
      setTried(true)
      return mistakes.length === 0
    },
  }
}
