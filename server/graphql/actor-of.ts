import type { GraphqlContext } from './graphql-context.ts'
import { requireSession } from './require-session.ts'

/** Id of the person or API token that asks, for what it leaves behind. @throws GraphQLError UNAUTHENTICATED */
export function actorOf(context: GraphqlContext): string {
  const { userId, apiToken } = requireSession(context)
  return userId ?? apiToken?.tokenId ?? ''
}
