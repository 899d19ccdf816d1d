'use client'

import { Maximize, Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { createDrawing, type Drawing } from './create-drawing.ts'
import styles from './graph-canvas.module.css'
import type { Place } from './layout-task.ts'
import { sizeWords } from './size-words.ts'
import { toElements } from './to-elements.ts'
import type { LaidPicture } from './use-layout.ts'

interface GraphCanvasProps {
  laid: LaidPicture
  /** Give it as key as well: it is set when the canvas is made. */
  isLarge: boolean
  /** One part of a page; likewise. */
  isInline?: boolean
  faint: ReadonlySet<string>
  chosen: string | undefined
  onChoose: (key: string | undefined) => void
  onMove: (key: string, place: Place) => void
  /** Enter on the chosen node. */
  onEnter: () => void
}

const WAYS: Record<string, 'left' | 'right' | 'up' | 'down'> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const PAN = {
  left: { x: 60, y: 0 },
  right: { x: -60, y: 0 },
  up: { x: 0, y: 60 },
  down: { x: 0, y: -60 },
}
const ZOOM = 1.25

export function GraphCanvas(props: GraphCanvasProps) {
  const { laid, isLarge, isInline = false, faint, chosen, onChoose, onMove, onEnter } = props
  const container = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing>()
  const handlers = useRef({ onChoose, onMove })
  useEffect(() => {
    handlers.current = { onChoose, onMove }
  })

  useEffect(() => {
    if (!container.current) return
    let gone = false
    let made: Drawing | undefined
    void createDrawing({
      container: container.current,
      isLarge,
      isInline,
      onChoose: (key) => handlers.current.onChoose(key),
      onMove: (key, place) => handlers.current.onMove(key, place),
    }).then((created) => {
      if (gone) return created.close()
      made = created
      setDrawing(created)
    })
    return () => {
      gone = true
      made?.close()
    }
  }, [isLarge, isInline])

  useEffect(() => drawing?.show(toElements(laid, faint)), [drawing, laid, faint])
  // biome-ignore lint/correctness/useExhaustiveDependencies: arranged anew, all of it comes into view
  useEffect(() => drawing?.fit(), [drawing, laid.arranged])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn anew has lost its mark
  useEffect(() => drawing?.choose(chosen), [drawing, chosen, laid, faint])

  function onKeyDown(event: KeyboardEvent) {
    if (!drawing || event.ctrlKey || event.metaKey || event.altKey) return
    const way = WAYS[event.key]
    if (way && event.shiftKey) drawing.panBy(PAN[way])
    else if (way) {
      const next = drawing.nodeBeside(chosen, way)
      if (next !== undefined) onChoose(next)
    } else if (event.key === '+' || event.key === '=') drawing.zoomBy(ZOOM)
    else if (event.key === '-') drawing.zoomBy(1 / ZOOM)
    else if (event.key === '0') drawing.fit()
    else if (event.key === 'Enter') onEnter()
    else if (event.key === 'Escape') onChoose(undefined)
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.place}>
      <div
        ref={container}
        className={styles.canvas}
        role="application"
        aria-roledescription="network graph"
        aria-label={`${sizeWords(laid.picture)}. Arrow keys walk from node to node, Enter leads to what can be done, plus and minus zoom, 0 shows all. The table has the same.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
        tabIndex={0}
        onKeyDown={onKeyDown}
      />
      <fieldset className={styles.zoom} aria-label="Zoom">
        <IconButton label="Zoom in" shortcut="+" onClick={() => drawing?.zoomBy(ZOOM)}>
          <Plus size={15} aria-hidden="true" />
        </IconButton>
        <IconButton label="Zoom out" shortcut="-" onClick={() => drawing?.zoomBy(1 / ZOOM)}>
          <Minus size={15} aria-hidden="true" />
        </IconButton>
        <IconButton label="Show all of it" shortcut="0" onClick={() => drawing?.fit()}>
          <Maximize size={14} aria-hidden="true" />
        </IconButton>
      </fieldset>
    </div>
  )
}
