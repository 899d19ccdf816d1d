import { readMadeParser } from '#core/parse/made/read-made-parser'
import { actorOf } from '../actor-of.ts'
import type { Resolvers } from '../generated/resolvers.ts'
import type { GraphqlContext } from '../graphql-context.ts'
import { nanoseconds } from '../nanoseconds.ts'
import { requireSession } from '../require-session.ts'
import { withUserErrors } from '../with-user-errors.ts'

const DEFINITION = ['input', 'definition']

/** @throws UserError NOT_FOUND */
function tenantIdOf(reference: string, { tenants }: GraphqlContext): string {
  return tenants.scopeOf([reference]).tenantIds[0] ?? ''
}

export const parserResolvers: Resolvers = {
  Query: {
    parsers: (_, { tenant }, context) => {
      requireSession(context)
      return context.parsers.list(tenantIdOf(tenant, context))
    },
    packagedParsers: (_, __, context) => {
      requireSession(context)
      return [...context.parsers.packaged()]
    },
    testParser: (_, { tenant, definition, lines }, context) => {
      requireSession(context)
      return context.parsers.test(tenantIdOf(tenant, context), definition, lines ?? [])
    },
  },
  Mutation: {
    saveParser: async (_, { input }, context) => {
      const by = actorOf(context)
      const { definition, basedOn } = input
      const answer = await withUserErrors(async () => {
        const tenantId = tenantIdOf(input.tenant, context)
        const place = { tenantId, forAll: input.forAll ?? false, basedOn: basedOn ?? undefined }
        return context.parsers.save({ ...place, definition, by })
      }, DEFINITION)
      if (!('mistakes' in answer)) return answer
      const userErrors = answer.mistakes.map(({ line, message }) => ({
        ...{ code: 'BAD_USER_INPUT', message: `line ${line}: ${message}`, field: DEFINITION },
      }))
      return { userErrors }
    },
    retireParser: (_, { input }, context) => {
      const by = actorOf(context)
      const { name, basedOn } = input
      return withUserErrors(
        async () =>
          context.parsers.retire({
            tenantId: tenantIdOf(input.tenant, context),
            ...{ forAll: input.forAll ?? false, basedOn: basedOn ?? undefined, name, by },
          }),
        ['input', 'name'],
      )
    },
  },
  Parser: {
    forAll: ({ owner }) => 'organizationId' in owner,
    description: ({ definition }) => readMadeParser(definition).parser?.reads ?? '',
    samples: ({ definition }) => [...(readMadeParser(definition).parser?.samples ?? [])],
    savedAt: ({ savedAt }) => nanoseconds(savedAt),
    savedBy: ({ savedBy }, _, { alerts }) => alerts.person(savedBy),
    history: ({ history }) => [...history],
  },
  ParserVersion: {
    savedAt: ({ savedAt }) => nanoseconds(savedAt),
    savedBy: ({ savedBy }, _, { alerts }) => alerts.person(savedBy),
  },
}
