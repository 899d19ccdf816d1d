import { actorOf } from '../actor-of.ts'
import type { Resolvers } from '../generated/resolvers.ts'
import { encodeGlobalId } from '../global-id.ts'
import { nanoseconds } from '../nanoseconds.ts'
import { cursorOf, pageOf } from '../page-of.ts'
import { requireSession } from '../require-session.ts'
import { tenantOf } from '../tenant-of.ts'
import { withUserErrors } from '../with-user-errors.ts'
import type { AnnotationParent } from './annotation-service.ts'

const cursor = ({ eventTime, annotationId }: AnnotationParent) =>
  cursorOf({ time: eventTime, id: annotationId })

export const annotationResolvers: Resolvers = {
  Query: {
    annotations: (_, { tenants, range, kind, tag, first, after }, context) => {
      requireSession(context)
      const page = pageOf({ first, after })
      const filter = { range, kind: kind ?? undefined, tag: tag ?? undefined }
      return context.annotations.list(context.tenants.scopeOf(tenants), filter, page)
    },
  },
  Mutation: {
    annotateEvent: (_, { input: { event, kind, text } }, context) => {
      const by = actorOf(context)
      return withUserErrors(
        () => context.annotations.annotate({ event, kind, text: text ?? '', by }),
        ['input'],
      )
    },
    changeNote: (_, { input: { id, text } }, context) => {
      const by = actorOf(context)
      return withUserErrors(() => context.annotations.changeNote({ id, text, by }), ['input'])
    },
    removeAnnotation: (_, { input: { id } }, context) => {
      const by = actorOf(context)
      return withUserErrors(() => context.annotations.remove({ id, by }), ['input', 'id'])
    },
  },
  Event: {
    annotations: async (event, _, { annotations }) => [...(await annotations.ofEvent(event))],
  },
  EventAnnotation: {
    id: ({ tenantId, annotationId }) =>
      encodeGlobalId({ type: 'EventAnnotation', tenantId, id: annotationId }),
    tenant: tenantOf,
    eventId: ({ tenantId, eventId, eventTime }) =>
      encodeGlobalId({ type: 'Event', tenantId, id: eventId, time: eventTime }),
    event: ({ tenantId, eventId, eventTime }, _, { events }) =>
      events.byId({ tenantId, id: eventId, time: eventTime }),
    madeAt: ({ madeAt }) => nanoseconds(madeAt),
    madeBy: ({ madeBy }, _, { alerts }) => alerts.person(madeBy),
    changedAt: ({ changed }) => changed && nanoseconds(changed.at),
    changedBy: ({ changed }, _, { alerts }) => changed && alerts.person(changed.by),
    isMine: ({ madeBy }, _, context) => madeBy === actorOf(context),
    canChange: (annotation, _, context) => context.annotations.canChange(annotation, actorOf(context)),
  },
  EventAnnotationConnection: {
    edges: async ({ page }) => (await page()).annotations.map((node) => ({ cursor: cursor(node), node })),
    pageInfo: async ({ page, hasPreviousPage }) => {
      const { annotations, hasNextPage } = await page()
      const [first] = annotations
      const last = annotations.at(-1)
      return {
        ...{ hasNextPage, hasPreviousPage },
        startCursor: first && cursor(first),
        endCursor: last && cursor(last),
      }
    },
  },
}
