import { UserError } from '#core/errors'
import type { SearchError } from '#core/search/reader'
import { DetailedError } from '../detailed-error.ts'

const LONGEST_BYTES = 4_096

type Reading = { ok: true } | { ok: false; errors: readonly SearchError[] }

/**
 * Reads what somebody typed: a search, or one with commands behind it.
 * @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault
 */
export function readTyped<R extends Reading>(text: string, parse: (text: string) => R): R & { ok: true } {
  if (Buffer.byteLength(text) > LONGEST_BYTES)
    throw new UserError('BAD_USER_INPUT', `filter.query: a search may have ${LONGEST_BYTES} bytes`)
  const parsed = parse(text)
  if (parsed.ok) return parsed as R & { ok: true }
  const { errors } = parsed as Reading & { ok: false }
  const { message = 'The search is not understood', ...place } = { ...errors[0] }
  throw new DetailedError('QUERY_SYNTAX', message, { ...place, errors })
}
