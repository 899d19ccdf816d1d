'use client'

import { useCallback, useEffect, useState } from 'react'

interface Live {
  live: boolean
  toggle: () => void
}

/** Does something again and again while the page is seen and nobody paused it. */
export function useLive(again: () => void, milliseconds: number): Live {
  const [live, setLive] = useState(true)
  useEffect(() => {
    if (!live) return
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), milliseconds)
    return () => clearInterval(timer)
  }, [live, again, milliseconds])
  return { live, toggle: useCallback(() => setLive((on) => !on), []) }
}
