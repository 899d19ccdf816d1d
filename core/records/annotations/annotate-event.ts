import { UserError } from '../../errors.ts'
import { uuidV7 } from '../../event/uuid-v7.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { readLimits } from '../retention-limits.ts'
import { type Transaction, withScope } from '../with-scope.ts'
import { type Annotation, type AnnotationKind, toAnnotation } from './annotation.ts'
import { shownAnnotations } from './shown-annotations.ts'

const MOST_OF_EVENT = 100
const MOST_OF_TENANT = 50_000

export interface NewAnnotation {
  tenantId: string
  /** An event that was just read. */
  event: { eventId: string; time: bigint; received: number; sourceId: string }
  kind: AnnotationKind
  text: string
  /** Person or API token. */
  by: string
}

/**
 * A pin of the same person and a tag of the same word that are there already are answered as they are. What outlived its
 * event in this tenant is deleted on the way.
 * @param mostDays nothing is kept for longer
 * @throws UserError BAD_USER_INPUT when there are too many
 */
export function annotateEvent(
  records: Records,
  scope: TenantScope,
  { tenantId, event, kind, text, by }: NewAnnotation,
  mostDays: number,
): Promise<Annotation> {
  const own = scope.narrow(tenantId)
  return withScope(records, own, async (tx) => {
    const now = new Date()
    const shown = shownAnnotations(await readLimits(tx, own), mostDays, now)
    await tx.eventAnnotation.deleteMany({ where: { tenantId, NOT: shown } })
    await refuseTooMany(tx, tenantId, event.eventId)
    const row = {
      ...{ tenantId, id: uuidV7(now.getTime()), eventId: event.eventId, eventTime: event.time },
      ...{ eventReceived: new Date(event.received), sourceId: event.sourceId },
      ...{ kind, text, madeBy: by, madeAt: now, changedBy: null, changedAt: null },
    }
    const [made] = await tx.eventAnnotation.createManyAndReturn({ data: [row], skipDuplicates: true })
    if (made) return toAnnotation(made)
    const same = kind === 'pin' ? { madeBy: by } : { text }
    return toAnnotation(
      await tx.eventAnnotation.findFirstOrThrow({
        where: { tenantId, eventId: event.eventId, kind, ...same },
      }),
    )
  })
}

async function refuseTooMany(tx: Transaction, tenantId: string, eventId: string): Promise<void> {
  if ((await tx.eventAnnotation.count({ where: { tenantId, eventId } })) >= MOST_OF_EVENT)
    throw new UserError(
      'BAD_USER_INPUT',
      `The event has ${MOST_OF_EVENT} pins, tags and notes: remove some first`,
    )
  if ((await tx.eventAnnotation.count({ where: { tenantId } })) >= MOST_OF_TENANT)
    throw new UserError(
      'BAD_USER_INPUT',
      `The tenant has ${MOST_OF_TENANT} pins, tags and notes: remove some first`,
    )
}
