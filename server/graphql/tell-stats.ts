import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphqlContext } from './graphql-context.ts'
import { bigInt } from './scalars/big-int.ts'

/** `extensions.stats`: what ClickHouse read for the whole answer, also where rows are a bare list that has no place for it. */
export const tellStats: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response: { body } }) {
        const { rowsRead, bytesRead, elapsedMs } = contextValue.stats()
        if (body.kind !== 'single' || elapsedMs === 0) return
        const stats = {
          rowsRead: bigInt.serialize(rowsRead),
          bytesRead: bigInt.serialize(bytesRead),
          elapsedMs,
        }
        body.singleResult.extensions = { ...body.singleResult.extensions, stats }
      },
    }
  },
}
