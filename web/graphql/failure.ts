import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'

/** What went wrong with a question, told apart by what one can do about it. */
export interface Failure {
  code: string
  message: string
  /** To quote to whoever runs the server. */
  id: string | undefined
}

const texts: Record<string, string> = {
  FORBIDDEN: 'You may not see this.',
  SERVER_UNREACHABLE: 'The Nightjar server does not answer. Logs that were acknowledged are safe.',
  NETWORK: 'The connection to Nightjar is lost.',
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

/** @param error whatever a query or mutation rejected with */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const [first] = error.errors
    const code = text(first?.extensions?.code) ?? 'INTERNAL_SERVER_ERROR'
    const id = text(first?.extensions?.requestId) ?? text(first?.extensions?.id)
    return { code, message: texts[code] ?? first?.message ?? error.message, id }
  }
  const code = ServerError.is(error) ? 'SERVER_UNREACHABLE' : 'NETWORK'
  return { code, message: texts[code] ?? '', id: undefined }
}
