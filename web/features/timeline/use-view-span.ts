'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Span } from '../ask/time-range.ts'

/** A gesture is over when nothing moved for so long. */
const REST_MS = 250

/**
 * The stretch in sight. It moves at once with every gesture; the address bar, and with it the next question,
 * follows when the gesture rests.
 */
export function useViewSpan(asked: Span, onRest: (span: Span) => void) {
  const [moved, setMoved] = useState<{ asked: Span; span: Span; moving: boolean }>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const rest = useRef(onRest)
  useEffect(() => {
    rest.current = onRest
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  // What is moved on while the address bar still follows is not thrown back.
  const span = moved && (moved.moving || moved.asked === asked) ? moved.span : asked
  const latest = useRef(span)
  latest.current = span
  const move = useCallback(
    (change: (span: Span) => Span) => {
      const next = change(latest.current)
      latest.current = next
      setMoved({ asked, span: next, moving: true })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        setMoved({ asked, span: next, moving: false })
        rest.current(next)
      }, REST_MS)
    },
    [asked],
  )
  return { span, move }
}
