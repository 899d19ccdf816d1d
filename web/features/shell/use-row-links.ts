'use client'

import { type RefObject, useRef } from 'react'
import { useShortcuts } from './use-shortcuts.ts'

/** Lets j, k and the arrow keys walk a list whose rows are links marked `data-row`. */
export function useRowLinks<Container extends HTMLElement>(): {
  container: RefObject<Container | null>
  onKeyDown: (event: { key: string; preventDefault(): void }) => void
} {
  const container = useRef<Container>(null)
  const move = (by: number) => {
    const links = [...(container.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus()
  }
  useShortcuts({ j: () => move(1), k: () => move(-1) })
  return {
    container,
    onKeyDown: (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (by === undefined) return
      event.preventDefault()
      move(by)
    },
  }
}
