import type { RetentionLimits } from '../../store/retention-limits.ts'
import type { Prisma } from '../generated/client.ts'

const DAY_MS = 86_400_000

/**
 * Annotations of events that are still shown: what is kept of an event does not outlive it. Each tenant by its own days,
 * each source that says some by those.
 * @param mostDays nothing is kept for longer
 */
export function shownAnnotations(
  limits: readonly RetentionLimits[],
  mostDays: number,
  now: Date,
): Prisma.EventAnnotationWhereInput {
  const since = (days: number | undefined) => ({
    gte: new Date(now.getTime() - Math.min(days ?? mostDays, mostDays) * DAY_MS),
  })
  return {
    OR: limits.map(({ tenantId, days, sources }) => ({
      tenantId,
      OR: [
        { sourceId: { notIn: sources.map(({ sourceId }) => sourceId) }, eventReceived: since(days) },
        ...sources.map((source) => ({ sourceId: source.sourceId, eventReceived: since(source.days) })),
      ],
    })),
  }
}
