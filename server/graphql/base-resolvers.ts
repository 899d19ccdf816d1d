import { UserError } from '#core/errors'
import { createCoalescingStream } from './create-coalescing-stream.ts'
import type { Resolvers } from './generated/resolvers.ts'
import { decodeGlobalId, type GlobalId } from './global-id.ts'
import type { GraphqlContext } from './graphql-context.ts'
import { requireSession } from './require-session.ts'
import { bigInt } from './scalars/big-int.ts'
import { dateTime } from './scalars/date-time.ts'

const HEARTBEAT_MS = 10_000
const MOST_NODES = 100

async function loadNode(id: GlobalId, context: GraphqlContext) {
  const { alerts, annotations, events, files, savedSearches, savedViews, tenants } = context
  switch (id.type) {
    case 'Alert': {
      const alert = await alerts.byId(id)
      return alert && { __typename: id.type, ...alert }
    }
    case 'DroppedFile': {
      const file = await files.byId(id)
      return file && { __typename: id.type, ...file }
    }
    case 'Event': {
      const event = await events.byId(id)
      return event && { __typename: id.type, ...event }
    }
    case 'EventAnnotation': {
      const annotation = await annotations.byId(id)
      return annotation && { __typename: id.type, ...annotation }
    }
    case 'IngestToken': {
      const token = await tenants.ingestToken(id)
      return token && { __typename: id.type, ...token }
    }
    case 'SavedSearch': {
      const search = await savedSearches.byId(id)
      return search && { __typename: id.type, ...search }
    }
    case 'SavedView': {
      const view = await savedViews.byId(id)
      return view && { __typename: id.type, ...view }
    }
    case 'Source': {
      const source = await tenants.source(id)
      return source && { __typename: id.type, ...source }
    }
    case 'Tenant': {
      const tenant = tenants.byId(id.tenantId)
      return tenant && { __typename: id.type, ...tenant }
    }
  }
}

async function nodeOf(id: string, context: GraphqlContext) {
  const decoded = decodeGlobalId(id)
  return (decoded && (await loadNode(decoded, context))) ?? null
}

function beat() {
  return BigInt(Date.now()) * 1_000_000n
}

export const baseResolvers: Resolvers = {
  DateTime: dateTime,
  BigInt: bigInt,
  Query: {
    node: (_, { id }, context) => {
      requireSession(context)
      return nodeOf(id, context)
    },
    nodes: (_, { ids }, context) => {
      requireSession(context)
      if (ids.length > MOST_NODES)
        throw new UserError('BAD_USER_INPUT', `ids may hold ${MOST_NODES}; ask for the others after that`)
      return Promise.all(ids.map((id) => nodeOf(id, context)))
    },
  },
  Mutation: {
    ping: (_, __, context) => {
      requireSession(context)
      return true
    },
  },
  Subscription: {
    heartbeat: {
      subscribe: (_, __, context) => {
        requireSession(context)
        const { push, stream } = createCoalescingStream<{ heartbeat: bigint }>({
          keyOf: () => 'beat',
          onStop: () => clearInterval(timer),
        })
        const timer = setInterval(() => push({ heartbeat: beat() }), HEARTBEAT_MS)
        push({ heartbeat: beat() })
        return stream
      },
    },
  },
}
