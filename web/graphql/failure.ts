import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'

/** What went wrong with a question, told apart by what one can do about it. */
export interface Failure {
  code: string
  message: string
  /** To quote to whoever runs the server. */
  id: string | undefined
  /** What is wrong with the text of a query, and where: offsets into it, half-open. */
  places?: readonly Place[]
}

interface Place {
  message: string
  from: number
  to: number
  hint?: string | undefined
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
    const places = placesOf(first?.extensions?.errors)
    return { code, message: texts[code] ?? first?.message ?? error.message, id, ...(places && { places }) }
  }
  const code = ServerError.is(error) ? 'SERVER_UNREACHABLE' : 'NETWORK'
  return { code, message: texts[code] ?? '', id: undefined }
}

function placesOf(errors: unknown): Place[] | undefined {
  if (!Array.isArray(errors)) return undefined
  return errors.flatMap(({ message, from, to, hint }: Partial<Record<keyof Place, unknown>>) =>
    typeof message === 'string' && typeof from === 'number' && typeof to === 'number'
      ? [{ message, from, to, hint: text(hint) }]
      : [],
  )
}
