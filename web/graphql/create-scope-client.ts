import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import { OperationTypeNode } from 'graphql'

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
  // Many pages subscribe to nothing: what that takes comes with the first that does.
  let live: ReturnType<typeof openLive> | undefined
  const openLive = () =>
    import('./create-live-link.ts').then(({ createLiveLink }) =>
      createLiveLink({ onSignedOut, onReconnected: () => void client.reFetchObservableQueries() }),
    )
  const subscriptions = new ApolloLink((operation) => {
    live ??= openLive()
    return follow(live.then((link) => link.request(operation)))
  })
  const link = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    subscriptions,
    new HttpLink({ uri: '/graphql' }),
  )
  const client = new ApolloClient({ link: ApolloLink.from([errors, link]), cache: new InMemoryCache() })
  return {
    client,
    dispose() {
      client.stop()
      void live?.then((opened) => opened.client.dispose())
    },
  }
}

/** What will come, as if it were there: who leaves before never begins. */
function follow<Value>(coming: Promise<Observable<Value>>): Observable<Value> {
  return new Observable((observer) => {
    let left = false
    let stop = () => {
      left = true
    }
    coming.then(
      (values) => {
        if (left) return
        const subscription = values.subscribe(observer)
        stop = () => subscription.unsubscribe()
      },
      (error) => observer.error(error),
    )
    return () => stop()
  })
}
