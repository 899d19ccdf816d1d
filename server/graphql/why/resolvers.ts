import type { Resolvers } from '../generated/resolvers.ts'
import { decodeGlobalId } from '../global-id.ts'
import { pageOf } from '../page-of.ts'
import { requireSession } from '../require-session.ts'

export const whyResolvers: Resolvers = {
  Query: {
    rulesForEvent: async (_, { id, text, first }, context) => {
      requireSession(context)
      const decoded = decodeGlobalId(id)
      if (decoded?.type !== 'Event') return null
      return context.why.rulesFor(decoded, text ?? '', pageOf({ first }, 20).first)
    },
    ruleExplanation: async (_, { eventId, ruleId }, context) => {
      requireSession(context)
      const decoded = decodeGlobalId(eventId)
      return decoded?.type === 'Event' ? context.why.explain(decoded, ruleId) : null
    },
    eventOrigins: async (_, { id }, context) => {
      requireSession(context)
      const decoded = decodeGlobalId(id)
      return decoded?.type === 'Event' ? context.why.origins(decoded) : null
    },
  },
}
