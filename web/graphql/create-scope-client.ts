import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import { CloseCode, createClient } from 'graphql-ws'

const LONGEST_WAIT = 30_000

interface ScopeClient {
  client: ApolloClient
  dispose(): void
}

/**
 * A client of its own for every tenant scope: what one tenant's pages cached, another's cannot read.
 * @param onSignedOut the session ended under the page
 */
export function createScopeClient(onSignedOut: () => void): ScopeClient {
  const errors = new ErrorLink(({ error }) => {
    if (!CombinedGraphQLErrors.is(error)) return
    if (error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) onSignedOut()
  })
  const http = new HttpLink({ uri: '/graphql' })
  // While a page is made on the server there is no socket, and nothing subscribes.
  const sockets =
    typeof WebSocket === 'undefined'
      ? undefined
      : createClient({
          url: () => `${location.origin.replace(/^http/, 'ws')}/graphql`,
          lazy: true,
          retryAttempts: Number.POSITIVE_INFINITY,
          shouldRetry: () => true,
          retryWait: (tries) =>
            new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** tries, LONGEST_WAIT))),
          keepAlive: 20_000,
          on: {
            // What was raised while the connection was gone is asked for.
            connected: (_socket, _payload, wasRetry) => {
              if (wasRetry) void client.reFetchObservableQueries()
            },
            closed: (event) => {
              if (event instanceof CloseEvent && event.code === CloseCode.Unauthorized) onSignedOut()
            },
          },
        })
  const link = sockets
    ? ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        new GraphQLWsLink(sockets),
        http,
      )
    : http
  const client = new ApolloClient({ link: ApolloLink.from([errors, link]), cache: new InMemoryCache() })
  return {
    client,
    dispose() {
      client.stop()
      void sockets?.dispose()
    },
  }
}
