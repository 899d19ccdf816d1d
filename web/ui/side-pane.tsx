'use client'

import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import styles from './side-pane.module.css'
import { useSetting } from './use-setting.ts'

const LEAST = 340
const MOST = 960
const clamp = (width: number) => Math.round(Math.min(Math.max(width, LEAST), MOST))

/** Details at the right: pushes what is beside it; its width by drag or arrow keys, kept by the browser. */
export function SidePane({ label, children }: { label: string; children: ReactNode }) {
  const [setting, setSetting] = useSetting('details')
  const dragged = useRef<{ x: number; width: number }>(undefined)
  const width = clamp(Number(setting) || 480)
  const pane = useRef<HTMLElement>(null)
  // Not by a style attribute: the policy refuses those in a page from the server.
  useLayoutEffect(() => {
    pane.current?.style.setProperty('width', `${width}px`)
  }, [width])

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowLeft: 24, ArrowRight: -24 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    setSetting(String(clamp(width + by)))
  }
  function onPointerMove({ clientX }: PointerEvent) {
    if (dragged.current) setSetting(String(clamp(dragged.current.width + dragged.current.x - clientX)))
  }
  return (
    <aside ref={pane} className={styles.pane} aria-label={label}>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved, this can */}
      <div
        className={styles.handle}
        role="separator"
        tabIndex={0}
        aria-label="Width of the details"
        aria-orientation="vertical"
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        aria-valuenow={width}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          dragged.current = { x: event.clientX, width }
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          dragged.current = undefined
        }}
      />
      {children}
    </aside>
  )
}
