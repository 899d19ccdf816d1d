import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { asksForSchema } from './asks-for-schema.ts'
import type { GraphqlContext } from './graphql-context.ts'

/** @returns the error that answers a whole request with 401 */
export function unauthenticated(message: string): GraphQLError {
  const headers = new Map([['www-authenticate', 'Bearer']])
  return new GraphQLError(message, {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers } },
  })
}

/** Who proves nobody is told so by the status too. The schema is for those who are known. */
export const refuseStrangers: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, contextValue }) {
        if (!contextValue.session && asksForSchema(document))
          throw unauthenticated('Sign in to read the schema')
      },
      async willSendResponse({ contextValue, response: { body, http } }) {
        if (contextValue.session || body.kind !== 'single') return
        const { singleResult } = body
        if (!singleResult.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) return
        // With data beside the errors the status would have to be 200 (GraphQL over HTTP, 6.4.2); a stranger's is empty.
        delete singleResult.data
        http.status = 401
        http.headers.set('www-authenticate', 'Bearer')
      },
    }
  },
}
