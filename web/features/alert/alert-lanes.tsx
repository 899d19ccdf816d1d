'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useRef } from 'react'
import { FailureState } from '../../ui/failure-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Span } from '../ask/time-range.ts'
import { useScope } from '../shell/scope.tsx'
import { entityQuery } from '../timeline/entity-query.ts'
import type { Lane } from '../timeline/lane.ts'
import { LaneDrawing } from '../timeline/lane-drawing.tsx'
import { LaneNames } from '../timeline/lane-names.tsx'
import { laneQuery } from '../timeline/lane-query.ts'
import { placeMarks } from '../timeline/place-marks.ts'
import { TimeAxis } from '../timeline/time-axis.tsx'
import { countWords } from '../timeline/time-words.ts'
import { usePicture } from '../timeline/use-picture.ts'
import { useWidth } from '../timeline/use-width.ts'
import styles from './alert-lanes.module.css'

interface AlertLanesProps {
  alert: { id: string; entity: { kind: string; value: string; site: string } }
  span: Span
}

const LANES = 4
const PITCH = 36
const SILENCE = 24

/** What the alert's entity did around it, in a few lanes that stay as they are. */
export function AlertLanes({ alert, span }: AlertLanesProps) {
  const { slugs, base } = useScope()
  const router = useRouter()
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const pixels = Math.ceil(width / 300) * 300
  const search = entityQuery(alert.entity)
  const lanes = alert.entity.kind === 'host' ? 'category' : 'host'
  const question = useMemo(
    () =>
      search !== undefined && pixels > 0
        ? { tenants: slugs, search, span, lanes, pixels, first: LANES }
        : undefined,
    [lanes, pixels, search, slugs, span],
  ) satisfies Parameters<typeof usePicture>[0]
  const { answer, failure, again } = usePicture(question)
  const frame = useMemo(() => ({ span, width, pitch: PITCH }), [span, width])
  const placed = useMemo(() => (answer ? placeMarks(answer.picture.marks, frame) : []), [answer, frame])
  const narrow = (lane: Lane) => {
    const q = laneQuery('', lanes, lane)
    if (q) router.push(`${base}/timeline?${new URLSearchParams({ alert: alert.id, lanes, q })}`)
  }
  const gaps = answer?.picture.gaps ?? []
  return (
    <>
      {failure ? <FailureState failure={failure} onRetry={again} /> : null}
      <div className={styles.picture}>
        {answer ? <LaneNames lanes={answer.lanes} roomy silence={gaps.length > 0} onLane={narrow} /> : null}
        <div ref={place} className={styles.lanes}>
          {answer && width > 0 ? (
            <>
              <TimeAxis span={span} width={width} />
              <LaneDrawing
                lanes={answer.lanes}
                gaps={gaps}
                placed={placed}
                frame={frame}
                height={answer.lanes.length * PITCH + (gaps.length > 0 ? SILENCE : 0)}
              />
              <p className={styles.words}>
                {countWords(Number(answer.picture.total), 'event')},{' '}
                {countWords(answer.picture.marks.length, 'alert')}, in lanes by {lanes}
              </p>
            </>
          ) : null}
          {answer || failure ? null : <Skeleton rows={6} />}
        </div>
      </div>
    </>
  )
}
