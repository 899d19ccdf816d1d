'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Span } from '../ask/time-range.ts'
import { panSpan, zoomSpan } from './move-span.ts'

const PER_PIXEL = 0.0018

/** The wheel zooms around the pointer; sideways, or with Shift, it moves along. */
export function useWheel(
  element: RefObject<HTMLElement | null>,
  move: (change: (span: Span) => Span) => void,
): void {
  const latest = useRef(move)
  useEffect(() => {
    latest.current = move
  })
  useEffect(() => {
    const { current } = element
    if (!current) return
    const listen = (event: WheelEvent) => {
      event.preventDefault()
      const { left, width } = current.getBoundingClientRect()
      if (width === 0) return
      const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
        latest.current((span) => panSpan(span, sideways / width))
      else
        latest.current((span) => {
          const at = span.from + ((event.clientX - left) / width) * (span.to - span.from)
          return zoomSpan(span, Math.exp(event.deltaY * PER_PIXEL), at)
        })
    }
    // React's own listeners are passive: the page would scroll as well.
    current.addEventListener('wheel', listen, { passive: false })
    return () => current.removeEventListener('wheel', listen)
  }, [element])
}
