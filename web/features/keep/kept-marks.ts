import type { KeptMarksQuery } from '../../graphql/generated/graphql.ts'

type Annotation = Pick<
  KeptMarksQuery['annotations']['edges'][number]['node'],
  'id' | 'eventId' | 'eventTime' | 'kind' | 'text' | 'isMine'
>

/** What is kept of one event. */
export interface KeptMark {
  eventId: string
  time: string
  pins: number
  /** Id of the viewer's own pin. */
  ownPin: string | undefined
  tags: string[]
  notes: number
}

/** By id of the event. */
export function keptMarks(annotations: readonly Annotation[]): Map<string, KeptMark> {
  const marks = new Map<string, KeptMark>()
  for (const { id, eventId, eventTime, kind, text, isMine } of annotations) {
    const mark = marks.get(eventId) ?? {
      ...{ eventId, time: eventTime, pins: 0, ownPin: undefined, tags: [], notes: 0 },
    }
    marks.set(eventId, mark)
    if (kind === 'note') mark.notes += 1
    else if (kind === 'tag') mark.tags.push(text)
    else {
      mark.pins += 1
      if (isMine) mark.ownPin = id
    }
  }
  return marks
}

/** Said where the marks are not seen: `pinned, tagged night shift, 2 notes`. */
export function keptWords({ pins, tags, notes }: KeptMark): string {
  return [
    ...(pins > 0 ? ['pinned'] : []),
    ...(tags.length > 0 ? [`tagged ${tags.join(', ')}`] : []),
    ...(notes > 0 ? [notes === 1 ? '1 note' : `${notes} notes`] : []),
  ].join(', ')
}
