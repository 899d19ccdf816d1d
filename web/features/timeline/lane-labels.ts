import { summariseEvent } from '../search/summarise-event.ts'
import type { Lane, TimelineEvent } from './lane.ts'
import { type Frame, isRoomy, xOf } from './lane-paths.ts'

export interface LaneLabel {
  id: string
  x: number
  lane: number
  text: string
}

/** Less says nothing. */
const LEAST = 72
const MOST = 420
const LETTER = 6.7
const MOST_LABELS = 80

/** Words beside the dots, where the next one of the lane leaves room. */
export function laneLabels(lanes: readonly Lane[], frame: Frame): LaneLabel[] {
  if (!isRoomy(lanes, frame)) return []
  const labels: LaneLabel[] = []
  lanes.forEach(({ things }, lane) => {
    const shown = things.flatMap(({ from, event }) => {
      const x = xOf(from, frame)
      return event && x >= 0 && x < frame.width ? [{ event, x }] : []
    })
    shown.forEach(({ event, x }, index) => {
      const room = Math.min((shown[index + 1]?.x ?? frame.width) - x - 18, MOST)
      if (room >= LEAST && labels.length < MOST_LABELS)
        labels.push({ id: event.id, x: x + 8, lane, text: cut(event, Math.floor(room / LETTER)) })
    })
  })
  return labels
}

function cut(event: TimelineEvent, letters: number): string {
  const words = [...summariseEvent(event).slice(0, 2 * letters)]
  return words.length > letters ? `${words.slice(0, letters - 1).join('')}…` : words.join('')
}
