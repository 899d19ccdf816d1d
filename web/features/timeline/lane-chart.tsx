'use client'

import { type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import { useSetting } from '../../ui/use-setting.ts'
import type { Span } from '../ask/time-range.ts'
import { keptWords } from '../keep/kept-marks.ts'
import type { Keeping } from './keeping.ts'
import { keptPaths } from './kept-paths.ts'
import type { TimelineEvent } from './lane.ts'
import styles from './lane-chart.module.css'
import { LaneDrawing } from './lane-drawing.tsx'
import { xOf } from './lane-paths.ts'
import { zoomSpan } from './move-span.ts'
import { type Mark, placeMarks } from './place-marks.ts'
import { type Place, pointedMark, pointedWords } from './pointed-words.ts'
import { TimeAxis } from './time-axis.tsx'
import { spanWords, thingWords } from './time-words.ts'
import { useLaneCursor } from './use-lane-cursor.ts'
import type { DrawnPicture } from './use-picture.ts'
import { useWheel } from './use-wheel.ts'
import { thingAt } from './walk-lane.ts'

interface LaneChartProps {
  drawn: DrawnPicture
  span: Span
  width: number
  /** From the top of a lane to that of the next. */
  pitch: number
  brush: Span | undefined
  keeping: Keeping
  /** It answers the question before. */
  stale: boolean
  move: (change: (span: Span) => Span) => void
  onBrush: (span: Span | undefined) => void
  /** Takes the stretch as time range. */
  onTake: (span: Span) => void
  onFit: () => void
  onOpen: (event: TimelineEvent) => void
  onMark: (mark: Mark) => void
}

/** The pointer may be so far off, in pixels. */
const REACH = 7
/** A press that moved less is a click. */
const STILL = 4
const SILENCE = 24
/** Axis above, words below. */
const EDGE = 24

const LABEL =
  'Events in lanes. Arrow keys go from event to event and from lane to lane, Shift widens a stretch, Enter opens the event or takes the stretch as time range, Space marks the stretch, p pins, n writes a note, # adds a tag, plus and minus zoom, 0 fits, Page Up and Page Down move along'

/** Lanes under a common axis: one stop for the Tab key. */
export function LaneChart(props: LaneChartProps) {
  const { drawn, span, width, pitch, brush, keeping, stale, move, onBrush } = props
  const { lanes, picture } = drawn
  const id = useId()
  const chart = useRef<HTMLDivElement>(null)
  const [zone] = useSetting('zone')
  const [focused, setFocused] = useState(false)
  const [pointed, setPointed] = useState<Place>()
  const [pressed, setPressed] = useState<{ x: number; at: number; moved: boolean }>()
  useWheel(chart, move)
  const cursor = useLaneCursor({ lanes, ...props })

  const frame = useMemo(() => ({ span, width, pitch }), [span, width, pitch])
  const placed = useMemo(() => placeMarks(picture.marks, frame), [picture, frame])
  const height = lanes.length * pitch + (picture.gaps.length > 0 ? SILENCE : 0)
  const perPixel = (span.to - span.from) / width
  const lane = lanes[cursor.here]
  const kept = keeping.marks.get(cursor.under?.event?.id ?? '')
  const drawnMarks = useMemo(
    () => keptPaths(keeping.marks.values(), frame, height),
    [frame, height, keeping.marks],
  )
  const words =
    lane && cursor.under
      ? `${thingWords(lane, cursor.under, zone)}${kept ? `, ${keptWords(kept)}` : ''}`
      : `${lane?.name ?? 'No event in sight'}: nothing chosen`

  const placeOf = (event: PointerEvent): Place => {
    const box = chart.current?.getBoundingClientRect()
    const x = Math.min(Math.max(event.clientX - (box?.left ?? 0), 0), width)
    const y = event.clientY - (box?.top ?? 0)
    return { x, y, at: span.from + x * perPixel, lane: Math.floor(y / pitch) }
  }
  function click(place: Place) {
    const mark = pointedMark(place, placed, pitch)
    if (mark) return props.onMark(mark)
    const target = lanes[place.lane]
    const thing = target && thingAt(target, place.at, REACH * perPixel)
    if (!thing) return onBrush(undefined)
    cursor.goTo(thing, place.lane)
    if (thing.event) props.onOpen(thing.event)
    else onBrush({ from: thing.from, to: thing.to })
  }

  // The lane in use stays in sight, between the axis and the words.
  useEffect(() => {
    const scroller = focused && chart.current?.closest('[data-scroller]')
    if (!scroller) return
    const top = cursor.here * pitch
    const lowest = top + pitch + 2 * EDGE - scroller.clientHeight
    if (scroller.scrollTop > top) scroller.scrollTop = top
    else if (scroller.scrollTop < lowest) scroller.scrollTop = lowest
  }, [cursor.here, focused, pitch])

  const mark = pointed && pointedMark(pointed, placed, pitch)
  const told = pointed && pointedWords(pointed, drawn, mark, REACH * perPixel, zone)
  const live = pressed?.moved && pointed ? ordered(pressed.at, pointed.at) : brush
  const cursorX = xOf(cursor.at, frame)
  return (
    <div className={joinClass(styles.place, stale && styles.stale)}>
      <TimeAxis span={span} width={width} move={move} />
      <div
        ref={chart}
        className={styles.chart}
        role="slider"
        tabIndex={0}
        aria-label={LABEL}
        aria-valuemin={0}
        aria-valuemax={Math.max(lanes.length - 1, 0)}
        aria-valuenow={cursor.here}
        aria-valuetext={words}
        aria-describedby={id}
        aria-busy={stale}
        data-pointing={mark ? 'mark' : undefined}
        onKeyDown={cursor.onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onPointerMove={(event) => {
          const place = placeOf(event)
          setPointed(place)
          if (pressed && !pressed.moved && Math.abs(place.x - pressed.x) > STILL)
            setPressed({ ...pressed, moved: true })
        }}
        onPointerLeave={() => setPointed(undefined)}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          const { x, at } = placeOf(event)
          setPressed({ x, at, moved: false })
        }}
        onPointerUp={(event) => {
          const place = placeOf(event)
          if (pressed?.moved) onBrush(ordered(pressed.at, place.at))
          else if (pressed) click(place)
          setPressed(undefined)
        }}
        onPointerCancel={() => setPressed(undefined)}
        onDoubleClick={(event) => {
          const left = chart.current?.getBoundingClientRect().left ?? 0
          move((now) => zoomSpan(now, 0.5, now.from + (event.clientX - left) * perPixel))
        }}
      >
        <LaneDrawing lanes={lanes} gaps={picture.gaps} placed={placed} frame={frame} height={height} />
        <svg width={width} height={height} className={styles.above} aria-hidden="true">
          {live ? (
            <rect
              className={styles.brush}
              x={xOf(live.from, frame)}
              width={Math.max(xOf(live.to, frame) - xOf(live.from, frame), 1)}
              height={height}
            />
          ) : null}
          <path className={styles.flag} d={drawnMarks.flags} />
          <path className={styles.pin} d={drawnMarks.pins} data-kept="pins" />
          {pointed ? (
            <path className={styles.pointer} d={`M${Math.round(pointed.x) + 0.5} 0v${height}`} />
          ) : null}
          {focused && lane ? (
            <>
              <rect
                className={styles.here}
                x={1}
                y={cursor.here * pitch + 1}
                width={Math.max(width - 2, 0)}
                height={pitch - 2}
              />
              <path className={styles.cursor} d={`M${cursorX} ${cursor.here * pitch + 1}v${pitch - 2}`} />
            </>
          ) : null}
        </svg>
      </div>
      {/* Its place is kept, so that nothing jumps. */}
      <output className={styles.tip}>{told ?? (focused ? words : '')}</output>
      <p id={id} className="visually-hidden">
        {spanWords(span, zone)}, {lanes.length} lanes
      </p>
    </div>
  )
}

function ordered(one: number, other: number): Span {
  return { from: Math.floor(Math.min(one, other)), to: Math.ceil(Math.max(one, other)) }
}
