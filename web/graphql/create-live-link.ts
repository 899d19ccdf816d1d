import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { CloseCode, createClient } from 'graphql-ws'

const LONGEST_WAIT = 30_000

interface LiveEvents {
  /** The session ended under the page. */
  onSignedOut(): void
  /** The connection was gone for a while: what was raised meanwhile did not come. */
  onReconnected(): void
}

/** What subscriptions run over: one connection, opened by the first of them and again whenever it breaks. */
export function createLiveLink({ onSignedOut, onReconnected }: LiveEvents): GraphQLWsLink {
  return new GraphQLWsLink(
    createClient({
      url: () => `${location.origin.replace(/^http/, 'ws')}/graphql`,
      lazy: true,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: (tries) =>
        new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** tries, LONGEST_WAIT))),
      keepAlive: 20_000,
      on: {
        connected: (_socket, _payload, wasRetry) => {
          if (wasRetry) onReconnected()
        },
        closed: (event) => {
          if (event instanceof CloseEvent && event.code === CloseCode.Unauthorized) onSignedOut()
        },
      },
    }),
  )
}
