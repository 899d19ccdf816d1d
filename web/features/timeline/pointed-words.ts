import type { Zone } from '../../ui/format-time.ts'
import { type Mark, markAt, type PlacedMark } from './place-marks.ts'
import { countWords, spanWords, thingWords } from './time-words.ts'
import type { DrawnPicture } from './use-picture.ts'
import { thingAt } from './walk-lane.ts'

export interface Place {
  x: number
  y: number
  at: number
  lane: number
}

/** Of a lane with marks, the part below them. */
const EVENTS = 20

/** The mark at a place above a lane's events; undefined elsewhere. */
export function pointedMark(place: Place, placed: readonly PlacedMark[], pitch: number): Mark | undefined {
  const isAbove = place.y - place.lane * pitch < pitch - EVENTS
  return isAbove ? markAt(placed, place.x, place.lane)?.mark : undefined
}

/** What is under the pointer, in a line: a mark, an event, a stretch, a silence. */
export function pointedWords(
  place: Place,
  { lanes, picture }: DrawnPicture,
  mark: Mark | undefined,
  reach: number,
  zone: Zone,
): string | undefined {
  const lane = lanes[place.lane]
  if (mark)
    return `${mark.level}: ${mark.ruleTitle}, ${mark.entity.kind} ${mark.entity.value}, ${countWords(Number(mark.count), 'time')}`
  if (lane) {
    const thing = thingAt(lane, place.at, reach)
    return thing && thingWords(lane, thing, zone)
  }
  for (const gap of picture.gaps) {
    const span = { from: Date.parse(gap.from), to: Date.parse(gap.to) }
    if (span.from <= place.at && place.at < span.to)
      return `${gap.source?.name ?? 'A source'} was silent, ${spanWords(span, zone)}`
  }
  return undefined
}
