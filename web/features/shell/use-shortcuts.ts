'use client'

import { useEffect, useRef } from 'react'
import { useSetting } from '../../ui/use-setting.ts'
import { isTyping } from './is-typing.ts'
import { listShortcuts } from './shortcut-registry.ts'

interface Shortcut {
  /** Said in the help. */
  does: string
  run: () => void
}

/** What keys do that mean the same on every page. */
const USUAL: Readonly<Record<string, string>> = {
  '/': 'Go to the query',
  d: 'Choose the time range',
  t: 'Switch tenant',
  j: 'Next row',
  k: 'Previous row',
}

/**
 * Single-key shortcuts of a page, which the reader can turn off (WCAG 2.1.4). They rest while one types, and
 * while a dialog or menu has the focus. The help lists those that have words.
 * @param keys `event.key` to what it does
 */
export function useShortcuts(keys: Record<string, Shortcut | (() => void)>): void {
  const [setting] = useSetting('shortcuts')
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const words = Object.entries(keys).flatMap(([key, shortcut]) => {
    const does = typeof shortcut === 'function' ? USUAL[key] : shortcut.does
    return does === undefined ? [] : [{ key, does }]
  })
  const listed = JSON.stringify(words)
  useEffect(() => listShortcuts(JSON.parse(listed)), [listed])
  useEffect(() => {
    if (setting === 'off') return
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || !Object.hasOwn(latest.current, event.key)) return
      event.preventDefault()
      const shortcut = latest.current[event.key]
      if (typeof shortcut === 'function') shortcut()
      else shortcut?.run()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [setting])
}
