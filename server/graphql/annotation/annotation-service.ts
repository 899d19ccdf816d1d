import DataLoader from 'dataloader'
import { z } from 'zod'
import { UserError } from '#core/errors'
import { annotateEvent } from '#core/records/annotations/annotate-event'
import type { Annotation, AnnotationKind } from '#core/records/annotations/annotation'
import { changeNote, removeAnnotation } from '#core/records/annotations/change-annotation'
import {
  type AnnotationFilter,
  annotationsOfEvents,
  getAnnotation,
  listAnnotations,
} from '#core/records/annotations/list-annotations'
import type { Records } from '#core/records/create-records'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { EventService } from '../event/event-service.ts'
import { decodeGlobalId } from '../global-id.ts'
import { once } from '../once.ts'
import type { Page } from '../page-of.ts'
import type { QueryBudget } from '../query-budget.ts'
import { readInput } from '../read-input.ts'
import type { Rights } from '../rights.ts'

export type AnnotationParent = Annotation

/** A page of annotations, read when it is asked for. */
export interface AnnotationConnectionParent {
  page(): ReturnType<typeof listAnnotations>
  hasPreviousPage: boolean
}

interface EventKey {
  tenantId: string
  eventId: string
}

const textSchemas: Record<AnnotationKind, z.ZodType<string>> = {
  pin: z.string().transform(() => ''),
  tag: z
    .string()
    .transform((word) => word.normalize('NFC').trim().toLowerCase())
    .pipe(
      z
        .string()
        .max(40)
        .regex(/^[\p{L}\p{N}][^\p{Cc}]*$/u, 'must begin with a letter or a digit'),
    ),
  note: z.string().trim().min(1, 'must say something').max(4_000),
}

export interface AnnotationService {
  list(scope: TenantScope, filter: AnnotationFilter, page: Page): AnnotationConnectionParent
  /** Of an event that was read within the rights of the asker; many are read together. */
  ofEvent(event: EventKey): Promise<readonly AnnotationParent[]>
  byId(reference: { tenantId: string; id: string }): Promise<AnnotationParent | undefined>
  canChange(annotation: AnnotationParent, by: string): boolean
  /** @throws UserError */
  annotate(asked: {
    event: string
    kind: AnnotationKind
    text: string
    by: string
  }): Promise<{ annotation: AnnotationParent }>
  /** @throws UserError */
  changeNote(asked: { id: string; text: string; by: string }): Promise<{ annotation: AnnotationParent }>
  /** @throws UserError */
  remove(asked: { id: string; by: string }): Promise<{ removedId: string }>
}

interface AnnotationDeps {
  records: Records
  rights: Rights
  budget: QueryBudget
  events: Pick<EventService, 'byId'>
  /** Nothing is kept for longer. */
  mostDays: number
}

export function createAnnotationService(deps: AnnotationDeps): AnnotationService {
  const { records, rights, budget, events, mostDays } = deps

  const ofEvents = new DataLoader(
    async (keys: readonly EventKey[]) => {
      budget.spend()
      const scope = rights.scopeOf(keys.map(({ tenantId }) => tenantId))
      const ids = keys.map(({ eventId }) => eventId)
      const found = await annotationsOfEvents(records, scope, ids, { mostDays })
      const byEvent = new Map<string, Annotation[]>()
      for (const one of found) byEvent.set(keyOf(one), [...(byEvent.get(keyOf(one)) ?? []), one])
      return keys.map((key) => byEvent.get(keyOf(key)) ?? [])
    },
    { cacheKeyFn: keyOf },
  )
  const isAdmin = (tenantId: string) => rights.membership(tenantId)?.role === 'admin'

  /** @throws UserError NOT_FOUND, FORBIDDEN */
  function changing(id: string) {
    const reference = decodeGlobalId(id)
    const known = reference?.type === 'EventAnnotation' ? reference : undefined
    const tenantId = known?.tenantId ?? ''
    const scope = rights.require(tenantId, 'analyst')
    budget.spend()
    return { scope, annotationId: known?.id ?? '', isAdmin: isAdmin(tenantId) }
  }

  return {
    list: (scope, filter, { first, after }) => ({
      page: once(async () => {
        budget.spend()
        const behind = after && { eventTime: after.time, annotationId: after.id }
        return listAnnotations(records, scope, filter, { first, after: behind, mostDays })
      }),
      hasPreviousPage: after !== undefined,
    }),
    ofEvent: ({ tenantId, eventId }) => ofEvents.load({ tenantId, eventId }),
    async byId({ tenantId, id }) {
      if (!rights.membership(tenantId)) return undefined
      budget.spend()
      return getAnnotation(records, rights.scopeOf([tenantId]), id, { mostDays })
    },
    canChange({ tenantId, madeBy }, by) {
      const role = rights.membership(tenantId)?.role
      return role === 'admin' || (role === 'analyst' && madeBy === by)
    },
    async annotate({ event: id, kind, text, by }) {
      const reference = decodeGlobalId(id)
      const known = reference?.type === 'Event' ? reference : undefined
      const scope = rights.require(known?.tenantId ?? '', 'analyst')
      const said = readText(kind, text)
      const event = known && (await events.byId(known))
      if (!event) throw new UserError('NOT_FOUND', 'There is no such event, or it is no longer kept')
      budget.spend()
      const { tenantId } = event
      return {
        annotation: await annotateEvent(records, scope, { tenantId, event, kind, text: said, by }, mostDays),
      }
    },
    async changeNote({ id, text, by }) {
      const { scope, ...asked } = changing(id)
      const said = readText('note', text)
      return { annotation: await changeNote(records, scope, { ...asked, by, text: said }) }
    },
    async remove({ id, by }) {
      const { scope, ...asked } = changing(id)
      await removeAnnotation(records, scope, { ...asked, by })
      return { removedId: id }
    },
  }
}

function keyOf({ tenantId, eventId }: EventKey): string {
  return `${tenantId}:${eventId}`
}

function readText(kind: AnnotationKind, text: string): string {
  return readInput(z.object({ text: textSchemas[kind] }), { text }).text
}
