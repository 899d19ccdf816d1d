import { createCategorise } from '#core/categorise/categorise'
import { flattenEvent } from '#core/detect/match/flatten-event'
import type { MatchInput } from '#core/detect/match/matcher'
import { createParseLine } from '#core/parse/parse-line'
import { ownCategories, readCategoryFolder } from './read-category-folder.ts'

/** What rules are held against. */
export interface ReadEvent extends MatchInput {
  /** Nanoseconds since the epoch; undefined when the line gives none, or nobody looked. */
  time?: bigint | undefined
}

/** One record: a raw line or a JSON event. */
export type EventReader = (raw: string) => ReadEvent

interface Options {
  /** Parser to try first, or `auto`. */
  format: string
  /** Minutes east of UTC of times without a zone. */
  zoneMinutes: number
  /** Milliseconds since the epoch: the year of a yearless time. */
  received: number
}

/** The way of the pipeline: parse, categorise. */
export async function createEventReader({ format, zoneMinutes, received }: Options): Promise<EventReader> {
  const parseLine = createParseLine()
  const categorise = createCategorise((await readCategoryFolder(ownCategories)).tables)
  const context = { received, zoneMinutes }
  return (raw) => {
    const { fields, time } = parseLine(raw, format, context)
    categorise(fields)
    return { fields, raw, time }
  }
}

/**
 * JSON events that carry the field names of the rules: no parser, no categories. A line that is no JSON object has
 * no fields but its text, where keywords may find something.
 */
export const readEventAsIs: EventReader = (raw) => {
  try {
    const json: unknown = JSON.parse(raw)
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
      return { fields: flattenEvent(json as Record<string, unknown>), raw: '' }
    }
  } catch {
    // Not JSON: the line is its own text.
  }
  return { fields: {}, raw }
}
