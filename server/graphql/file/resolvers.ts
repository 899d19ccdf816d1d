import { actorOf } from '../actor-of.ts'
import type { Resolvers } from '../generated/resolvers.ts'
import { decodeGlobalId, encodeGlobalId } from '../global-id.ts'
import { nanoseconds } from '../nanoseconds.ts'
import { requireSession } from '../require-session.ts'
import { tenantOf } from '../tenant-of.ts'
import { withUserErrors } from '../with-user-errors.ts'

const DAY_MS = 86_400_000

export const fileResolvers: Resolvers = {
  Query: {
    droppedFiles: (_, { tenant, first }, context) => {
      requireSession(context)
      return context.files.list(context.tenants.scopeOf([tenant]), first ?? 50)
    },
    droppedFile: (_, { id }, context) => {
      requireSession(context)
      const decoded = decodeGlobalId(id)
      return decoded?.type === 'DroppedFile' ? context.files.byId(decoded) : null
    },
  },
  Mutation: {
    dropFile: (_, { input: { tenant, name, bytes } }, context) => {
      const by = actorOf(context)
      return withUserErrors(async () => {
        const [tenantId = ''] = context.tenants.scopeOf([tenant]).tenantIds
        const file = await context.files.drop({ tenantId, name, bytes: Number(bytes), by })
        return { file, url: `/files/${idOf(file)}` }
      }, ['input'])
    },
  },
  DroppedFile: {
    id: idOf,
    tenant: tenantOf,
    members: ({ members }) => [...members],
    problems: ({ problems }) => [...problems],
    search: ({ fileId }) => `nightjar.source:${fileId}`,
    droppedAt: ({ droppedAt }) => nanoseconds(droppedAt),
    droppedBy: ({ droppedBy }, _, { alerts }) => alerts.person(droppedBy),
    keptUntil: ({ droppedAt, keptDays }) => nanoseconds(new Date(droppedAt.getTime() + keptDays * DAY_MS)),
    findings: async (file, _, { files }) => {
      const { events, span, verdicts, isCut, stats } = await files.findings(file)
      return { events, from: span?.from, to: span?.to, verdicts, moreVerdicts: isCut, stats }
    },
  },
  FileVerdict: {
    attack: ({ attack }) => [...attack],
    entities: ({ entities }) => [...entities],
  },
}

function idOf({ tenantId, fileId }: { tenantId: string; fileId: string }): string {
  return encodeGlobalId({ type: 'DroppedFile', tenantId, id: fileId })
}
