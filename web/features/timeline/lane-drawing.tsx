import { memo } from 'react'
import { LEVELS } from '../../ui/level.ts'
import type { Span } from '../ask/time-range.ts'
import type { Lane, Picture } from './lane.ts'
import styles from './lane-drawing.module.css'
import { laneLabels } from './lane-labels.ts'
import { type Frame, isRoomy, LANE, lanePaths, xOf } from './lane-paths.ts'
import { markPaths, type PlacedMark } from './place-marks.ts'

interface LaneDrawingProps {
  lanes: readonly Lane[]
  gaps: Picture['gaps']
  placed: readonly PlacedMark[]
  frame: Frame
  height: number
}

/** What happened, lane by lane: bars, events, marks and silence. Nothing in it moves with the pointer. */
export const LaneDrawing = memo(function LaneDrawing({
  lanes,
  gaps,
  placed,
  frame,
  height,
}: LaneDrawingProps) {
  const { levels, suspected } = lanePaths(lanes, frame)
  const marks = markPaths(placed, frame.pitch)
  const labels = laneLabels(lanes, frame)
  const baselines = lanes.map((_, place) => `M0 ${(place + 1) * frame.pitch - 0.5}h${frame.width}`).join('')
  const silenceTop = lanes.length * frame.pitch + 6
  return (
    <svg
      width={frame.width}
      height={height}
      aria-hidden="true"
      className={styles.drawing}
      data-dots={isDrawnSingly(lanes) && isRoomy(lanes, frame)}
    >
      <path d={baselines} className={styles.baseline} />
      <path d={marks.hairlines} className={styles.hairline} />
      {LEVELS.toReversed().map((level) =>
        levels[level] ? <path key={level} d={levels[level]} className={styles[level]} /> : null,
      )}
      <path d={suspected} className={styles.suspected} />
      {labels.map(({ id, x, lane, text }) => (
        <text key={id} x={x} y={(lane + 1) * frame.pitch - LANE / 2 + 3} className={styles.label}>
          {text}
        </text>
      ))}
      {LEVELS.toReversed().map((level) =>
        marks.shapes[level] ? (
          <path key={level} d={marks.shapes[level]} className={`${styles.mark} ${styles[level]}`} />
        ) : null,
      )}
      <path d={gaps.map((gap) => silence(gap, frame, silenceTop)).join('')} className={styles.silence} />
    </svg>
  )
})

/** Edges of bars are kept sharp, circles round. */
const isDrawnSingly = (lanes: readonly Lane[]) =>
  lanes.some(({ things }) => things.some(({ event }) => event))

function silence(gap: Picture['gaps'][number], frame: Frame, top: number): string {
  const span: Span = { from: Date.parse(gap.from), to: Date.parse(gap.to) }
  const left = Math.max(xOf(span.from, frame), 0)
  const right = Math.min(xOf(span.to, frame), frame.width)
  return right > left ? `M${left.toFixed(1)} ${top}H${right.toFixed(1)}v12H${left.toFixed(1)}z` : ''
}
