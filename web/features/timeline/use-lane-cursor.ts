'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import type { Span } from '../ask/time-range.ts'
import { type Keeping, keepByKey } from './keeping.ts'
import type { Lane, Thing, TimelineEvent } from './lane.ts'
import { panSpan, zoomSpan } from './move-span.ts'
import { nextThing, thingAt } from './walk-lane.ts'

interface LaneCursorDeps {
  lanes: readonly Lane[]
  span: Span
  brush: Span | undefined
  move: (change: (span: Span) => Span) => void
  onBrush: (span: Span | undefined) => void
  onTake: (span: Span) => void
  onFit: () => void
  onOpen: (event: TimelineEvent) => void
  keeping: Keeping
}

const ZOOM = 0.5

/** Even a single event takes a moment. */
const lasting = ({ from, to }: Span): Span => ({ from, to: Math.max(to, from + 1) })
const joined = (one: Span, other: Span): Span => ({
  from: Math.min(one.from, other.from),
  to: Math.max(one.to, other.to),
})

/** A place in a lane that the keys move; everything that the pointer does has its key. */
export function useLaneCursor(deps: LaneCursorDeps) {
  const { lanes, span, brush, move, onBrush, onTake, onFit, onOpen, keeping } = deps
  const [cursor, setCursor] = useState({ lane: 0, at: span.to })
  /** Where a stretch that Shift widens began. */
  const anchor = useRef<Span>(undefined)
  const here = Math.max(Math.min(cursor.lane, lanes.length - 1), 0)
  const lane = lanes[here]
  const under = lane && thingAt(lane, cursor.at, 0)

  const goTo = (thing: Thing, place = here) => {
    setCursor({ lane: place, at: thing.from })
    if (thing.from < span.from || thing.from >= span.to)
      move((now) => panSpan(now, (thing.from - (now.from + now.to) / 2) / (now.to - now.from)))
  }
  const walk = (direction: 1 | -1, widen: boolean) => {
    const next = lane && nextThing(lane, cursor.at, direction)
    if (!next) return move((now) => panSpan(now, direction * 0.5))
    anchor.current = widen ? (anchor.current ?? under) : undefined
    if (widen) onBrush(joined(lasting(anchor.current ?? next), lasting(next)))
    goTo(next)
  }
  const changeLane = (by: number) => {
    const place = Math.min(Math.max(here + by, 0), lanes.length - 1)
    const target = lanes[place]
    // To what is nearest in time there.
    const thing = target && thingAt(target, cursor.at, Number.POSITIVE_INFINITY)
    if (thing) goTo(thing, place)
  }
  const end = (thing: Thing | undefined) => thing && goTo(thing)
  const zoom = (factor: number) =>
    move((now) => {
      const inSight = cursor.at >= now.from && cursor.at < now.to
      return zoomSpan(now, factor, inSight ? cursor.at : (now.from + now.to) / 2)
    })
  const enter = () => {
    if (brush) onTake(brush)
    else if (under?.event) onOpen(under.event)
    else if (under) onTake(under)
  }
  const forget = () => {
    anchor.current = undefined
    onBrush(undefined)
  }

  /** @returns whether the key means something here */
  function act(key: string, shift: boolean): boolean {
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        walk(key === 'ArrowLeft' ? -1 : 1, shift)
        return true
      case 'ArrowUp':
      case 'ArrowDown':
        changeLane(key === 'ArrowUp' ? -1 : 1)
        return true
      case 'Home':
      case 'End':
        end(lane?.things.at(key === 'Home' ? 0 : -1))
        return true
      case 'PageUp':
      case 'PageDown':
        move((now) => panSpan(now, key === 'PageUp' ? -0.5 : 0.5))
        return true
      case '+':
      case '=':
        zoom(ZOOM)
        return true
      case '-':
        zoom(1 / ZOOM)
        return true
      case '0':
        onFit()
        return true
      case 'Enter':
        enter()
        return true
      case ' ':
        if (under) onBrush(lasting(under))
        return true
      case 'p':
      case 'n':
      case '#':
        return keepByKey(keeping, key, under?.event?.id)
      case 'Escape':
        if (!brush) return false
        forget()
        return true
      default:
        return false
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (act(event.key, event.shiftKey)) event.preventDefault()
  }
  return { at: cursor.at, here, under, goTo, onKeyDown }
}
