import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import type { Prisma } from '../generated/client.ts'
import { readLimits } from '../retention-limits.ts'
import { withScope } from '../with-scope.ts'
import { type Annotation, type AnnotationKind, toAnnotation } from './annotation.ts'
import { shownAnnotations } from './shown-annotations.ts'

export interface AnnotationFilter {
  kind?: AnnotationKind | undefined
  /** A tag's word; of notes and pins none has it. */
  tag?: string | undefined
  /** Time of the event in nanoseconds, half-open. */
  range?: { from: bigint; to: bigint } | undefined
}

export interface AnnotationPage {
  first: number
  /** Last one of the page before. */
  after?: { eventTime: bigint; annotationId: string } | undefined
}

/** Nothing is kept for more days than these. */
interface Kept {
  mostDays: number
}

/** Those of the newest event first. */
export async function listAnnotations(
  records: Records,
  scope: TenantScope,
  { kind, tag, range }: AnnotationFilter,
  { first, after, mostDays }: AnnotationPage & Kept,
): Promise<{ annotations: Annotation[]; hasNextPage: boolean }> {
  const wanted: Prisma.EventAnnotationWhereInput[] = [
    ...(kind ? [{ kind }] : []),
    ...(tag !== undefined ? [{ kind: 'tag' as const, text: tag }] : []),
    ...(range ? [{ eventTime: { gte: range.from, lt: range.to } }] : []),
    ...(after
      ? [
          {
            eventTime: { lte: after.eventTime },
            OR: [{ eventTime: { lt: after.eventTime } }, { id: { lt: after.annotationId } }],
          },
        ]
      : []),
  ]
  const rows = await find(records, scope, { AND: wanted }, mostDays, first + 1)
  return { annotations: rows.slice(0, first), hasNextPage: rows.length > first }
}

/** All of these events, the oldest first. */
export async function annotationsOfEvents(
  records: Records,
  scope: TenantScope,
  eventIds: readonly string[],
  { mostDays }: Kept,
): Promise<Annotation[]> {
  const found = await find(records, scope, { eventId: { in: [...eventIds] } }, mostDays)
  return found.sort((one, other) => one.madeAt.getTime() - other.madeAt.getTime())
}

export async function getAnnotation(
  records: Records,
  scope: TenantScope,
  annotationId: string,
  { mostDays }: Kept,
): Promise<Annotation | undefined> {
  const [annotation] = await find(records, scope, { id: annotationId }, mostDays, 1)
  return annotation
}

function find(
  records: Records,
  scope: TenantScope,
  where: Prisma.EventAnnotationWhereInput,
  mostDays: number,
  take?: number,
): Promise<Annotation[]> {
  return withScope(records, scope, async (tx) => {
    const shown = shownAnnotations(await readLimits(tx, scope), mostDays, new Date())
    const rows = await tx.eventAnnotation.findMany({
      where: { AND: [shown, { tenantId: { in: [...scope.tenantIds] } }, where] },
      orderBy: [{ eventTime: 'desc' }, { id: 'desc' }],
      ...(take !== undefined && { take }),
    })
    return rows.map(toAnnotation)
  })
}
