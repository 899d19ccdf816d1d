import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { DetailedError, UnavailableError, UserError } from '#core/errors'
import type { Log } from '#core/log'

interface Answer {
  message: string
  code: string
  details?: Readonly<Record<string, unknown>>
}

/** What was thrown at the bottom, below GraphQL's wrappings. */
function causeOf(thrown: unknown): unknown {
  let cause = thrown
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError
  return cause
}

/** What the caller hears; undefined for a fault of ours, which stays unsaid. */
function answerTo(thrown: unknown): Answer | undefined {
  const cause = causeOf(thrown)
  if (cause instanceof DetailedError)
    return { message: cause.message, code: cause.code, details: cause.details }
  if (cause instanceof UserError) return { message: cause.message, code: cause.code }
  if (cause instanceof UnavailableError)
    return { message: 'A database does not answer: try again in a moment', code: 'SERVICE_UNAVAILABLE' }
  if (!(cause instanceof GraphQLError)) return undefined
  const code = thrown instanceof GraphQLError ? thrown.extensions.code : undefined
  const message = thrown instanceof Error ? thrown.message : cause.message
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') return { message, code }
  // Raised by graphql-js at a place in the document: an argument whose variable has no usable value.
  return cause.nodes && cause.nodes.length > 0 ? { message, code: 'BAD_USER_INPUT' } : undefined
}

/**
 * The one place where an error becomes what a client sees. Every error carries `extensions.requestId`; faults
 * are logged under it and masked.
 */
export function createErrorMapper(log: Log): (thrown: unknown, requestId: string) => GraphQLFormattedError {
  return (thrown, requestId) => {
    const { locations, path } = thrown instanceof GraphQLError ? thrown.toJSON() : {}
    const place = { ...(locations && { locations }), ...(path && { path }) }
    const answer = answerTo(thrown)
    if (!answer) {
      log.error({ err: causeOf(thrown), requestId, path }, 'request failed')
      const message = 'Something went wrong here. The request id finds it in the log.'
      return { message, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }
    }
    const { message, code, details } = answer
    if (code === 'SERVICE_UNAVAILABLE') log.warn({ err: causeOf(thrown), requestId }, 'engine away')
    return { message, ...place, extensions: { ...details, code, requestId } }
  }
}
