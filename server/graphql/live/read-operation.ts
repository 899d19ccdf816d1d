import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { limitRules, parseOptions } from '../limits.ts'

const RULES = [...specifiedRules, ...limitRules]

function refuse(error: GraphQLError, code: string): GraphQLError {
  const { nodes = null, source = null, positions = null } = error
  return new GraphQLError(error.message, { nodes, source, positions, extensions: { code } })
}

/** Reads a document that came over a WebSocket, by the rules that hold over HTTP; only subscriptions run here. */
export function readOperation(
  schema: GraphQLSchema,
  query: string,
  operationName: string | undefined,
): DocumentNode | GraphQLError[] {
  let document: DocumentNode
  try {
    document = parse(query, parseOptions)
  } catch (error) {
    if (error instanceof GraphQLError) return [refuse(error, 'GRAPHQL_PARSE_FAILED')]
    throw error
  }
  const errors = validate(schema, document, RULES)
  if (errors.length > 0) return errors.map((error) => refuse(error, 'GRAPHQL_VALIDATION_FAILED'))
  if (getOperationAST(document, operationName)?.operation === 'subscription') return document
  const message = 'Only subscriptions run over a WebSocket: send queries and mutations over HTTP'
  return [new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })]
}
