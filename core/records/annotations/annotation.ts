import type { EventAnnotation as AnnotationRow } from '../generated/client.ts'

export const ANNOTATION_KINDS = ['pin', 'tag', 'note'] as const
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number]

/** What somebody keeps of an event: that it matters (pin), a word (tag), or what she thinks of it (note). */
export interface Annotation {
  tenantId: string
  annotationId: string
  eventId: string
  /** Nanoseconds since the epoch. */
  eventTime: bigint
  kind: AnnotationKind
  /** A tag's word or a note, untrusted; empty for a pin. */
  text: string
  /** Person or API token. */
  madeBy: string
  madeAt: Date
  /** The last change of its text, if there was one. */
  changed: { by: string; at: Date } | undefined
}

export function toAnnotation(row: AnnotationRow): Annotation {
  const { id, tenantId, eventId, eventTime, kind, text, madeBy, madeAt, changedBy, changedAt } = row
  return {
    ...{ tenantId, annotationId: id, eventId, eventTime, kind, text, madeBy, madeAt },
    changed: changedBy !== null && changedAt !== null ? { by: changedBy, at: changedAt } : undefined,
  }
}
