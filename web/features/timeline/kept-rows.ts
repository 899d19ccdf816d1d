import type { AnnotationKind } from '../../graphql/generated/graphql.ts'
import type { TimelineEvent } from './lane.ts'

interface KeptAnnotation {
  eventId: string
  kind: AnnotationKind
  text: string
  madeBy?: { name: string } | null | undefined
  /** Undefined when the store does not have it any more. */
  event: TimelineEvent | undefined
}

/** A row for each event, in the order they came, with what was kept of it in words. */
export function keptRows(annotations: readonly KeptAnnotation[]) {
  const rows = new Map<string, TimelineEvent>()
  const words = new Map<string, string[]>()
  const gone = new Set<string>()
  for (const { eventId, kind, text, madeBy, event } of annotations) {
    if (!event) {
      gone.add(eventId)
      continue
    }
    rows.set(eventId, event)
    const said =
      kind === 'note' ? text : kind === 'tag' ? `#${text}` : `pinned by ${madeBy?.name ?? 'an API token'}`
    words.set(eventId, [...(words.get(eventId) ?? []), said])
  }
  const reasons = new Map([...words].map(([id, said]) => [id, said.join(' · ')]))
  return { rows: [...rows.values()], reasons, gone: gone.size }
}
