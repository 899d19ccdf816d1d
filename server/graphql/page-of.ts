import { UserError } from '#core/errors'

const LARGEST_PAGE = 500
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const TIME = /^-?\d{1,19}$/

/** Place in a list ordered by time, then id, both descending. */
export interface Position {
  /** Nanoseconds since the epoch. */
  time: bigint
  id: string
}

export interface Page {
  first: number
  after?: Position
}

interface PageArguments {
  first?: number | null | undefined
  after?: string | null | undefined
}

/**
 * Reads Relay arguments: keyset, never an offset.
 * @throws UserError BAD_USER_INPUT
 */
export function pageOf(page: PageArguments, otherwise = 50): Page {
  const first = page.first ?? otherwise
  if (first < 1 || first > LARGEST_PAGE)
    throw new UserError('BAD_USER_INPUT', `first must be from 1 to ${LARGEST_PAGE}`)
  if (page.after === null || page.after === undefined || page.after === '') return { first }
  return { first, after: readCursor(page.after) }
}

export function cursorOf({ time, id }: Position): string {
  return Buffer.from(`${time}:${id}`).toString('base64url')
}

function readCursor(text: string): Position {
  const [time, id, ...rest] =
    text.length > 100 ? [] : Buffer.from(text, 'base64url').toString('latin1').split(':')
  if (time === undefined || id === undefined || rest.length > 0 || !TIME.test(time) || !UUID.test(id))
    throw new UserError('BAD_USER_INPUT', 'after must be a cursor of this list, as it was served')
  return { time: BigInt(time), id }
}
