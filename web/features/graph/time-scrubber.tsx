'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { formatTime } from '../../ui/format-time.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSetting } from '../../ui/use-setting.ts'
import { StretchLinks } from '../ask/stretch-links.tsx'
import { edgesOverTime, type Stretch } from './edges-outside.ts'
import type { Picture } from './picture.ts'
import styles from './time-scrubber.module.css'

interface TimeScrubberProps {
  picture: Picture
  span: Stretch
  stretch: Stretch | undefined
  /** While it moves, and where it came to rest. */
  onStretch: (stretch: Stretch | undefined) => void
  /** Asks the server for the stretch alone. */
  onAsk: (stretch: Stretch) => void
  /** What finds the events of the graph, where a search does. */
  search: string | undefined
}

const PARTS = 120
const STEPS = 240

/** A stretch of the time that the edges span, by two thumbs or by keys: what was not there then grows faint. */
export function TimeScrubber({ picture, span, stretch, onStretch, onAsk, search }: TimeScrubberProps) {
  const [zone] = useSetting('zone')
  const step = (span.to - span.from) / STEPS
  const toStep = (time: number) => Math.min(STEPS, Math.max(0, Math.round((time - span.from) / step)))
  const [begin, end] = stretch ? [toStep(stretch.from), toStep(stretch.to)] : [0, STEPS]
  const [shown, setShown] = useState<readonly [number, number]>([begin, end])
  useEffect(() => setShown([begin, end]), [begin, end])
  const counts = useMemo(() => edgesOverTime(picture, span, PARTS), [picture, span])
  const most = Math.max(1, ...counts)
  const chosen = useRef<HTMLDivElement>(null)
  const [first, last] = shown
  useLayoutEffect(() => {
    chosen.current?.style.setProperty('left', `${(first / STEPS) * 100}%`)
    chosen.current?.style.setProperty('right', `${100 - (last / STEPS) * 100}%`)
  }, [first, last])

  const toStretch = (from: number, to: number): Stretch => ({
    from: Math.round(span.from + from * step),
    to: Math.round(span.from + to * step),
  })
  const move = (from: number, to: number) => {
    setShown([from, to])
    onStretch(from === 0 && to === STEPS ? undefined : toStretch(from, to))
  }
  const shift = (way: -1 | 1) => {
    const length = last - first
    const by = Math.max(1, Math.round(length / 2)) * way
    const from = Math.min(STEPS - length, Math.max(0, first + by))
    move(from, from + length)
  }
  const say = (at: number) => formatTime(span.from + at * step, zone, 'minute')
  return (
    <section className={styles.scrubber} aria-label="Stretch of time">
      <IconButton label="Earlier by half of it" disabled={first === 0} onClick={() => shift(-1)}>
        <ChevronLeft size={16} aria-hidden="true" />
      </IconButton>
      <div className={styles.track}>
        <svg
          className={styles.bars}
          viewBox={`0 0 ${PARTS} 24`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {counts.map((count, part) => {
            const height = (count / most) * 22
            // biome-ignore lint/suspicious/noArrayIndexKey: a part of time is its place
            return <rect key={part} x={part + 0.08} width={0.84} y={24 - height} height={height} />
          })}
        </svg>
        <div ref={chosen} className={styles.chosen} />
        <input
          type="range"
          className={styles.thumb}
          min={0}
          max={STEPS}
          value={first}
          aria-label="From"
          aria-valuetext={say(first)}
          onChange={({ target }) => move(Math.min(Number(target.value), last - 1), last)}
        />
        <input
          type="range"
          className={styles.thumb}
          min={0}
          max={STEPS}
          value={last}
          aria-label="Until"
          aria-valuetext={say(last)}
          onChange={({ target }) => move(first, Math.max(Number(target.value), first + 1))}
        />
      </div>
      <IconButton label="Later by half of it" disabled={last === STEPS} onClick={() => shift(1)}>
        <ChevronRight size={16} aria-hidden="true" />
      </IconButton>
      <p className={styles.times} suppressHydrationWarning>
        <span>{say(first)}</span> <span>{say(last)}</span>
      </p>
      <Button disabled={!stretch} onClick={() => onStretch(undefined)}>
        All
      </Button>
      <Button
        disabled={!stretch}
        title="Takes the stretch as time range, so that counts are those of the stretch"
        onClick={() => onAsk(toStretch(first, last))}
      >
        Narrow to it
      </Button>
      {stretch && search !== undefined ? (
        <StretchLinks stretch={toStretch(first, last)} search={search} to={['timeline', 'search']} />
      ) : null}
    </section>
  )
}
