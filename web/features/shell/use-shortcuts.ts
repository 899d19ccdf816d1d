'use client'

import { useEffect, useRef } from 'react'
import { useSetting } from '../../ui/use-setting.ts'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') !== null
}

/**
 * Single-key shortcuts of a page, which the reader can turn off (WCAG 2.1.4). They rest while one types, and
 * while a dialog or menu has the focus.
 * @param keys `event.key` to what it does
 */
export function useShortcuts(keys: Record<string, () => void>): void {
  const [setting] = useSetting('shortcuts')
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (setting === 'off') return
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || !Object.hasOwn(latest.current, event.key)) return
      event.preventDefault()
      latest.current[event.key]?.()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [setting])
}
