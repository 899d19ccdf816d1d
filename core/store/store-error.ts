import { ClickHouseError } from '@clickhouse/client'
import { UnavailableError, UserError } from '../errors.ts'

const TIMEOUT_EXCEEDED = '159'
const TOO_SLOW = '160'
const MEMORY_LIMIT_EXCEEDED = '241'
const TOO_MANY_ROWS = '158'
const TOO_MANY_BYTES = '307'
const TOO_MANY_QUERIES = '202'
const SHUTTING_DOWN = new Set(['210', '236', '394'])

/** What a failed statement means for whoever asked; bugs stay what they are. */
export function storeError(error: unknown): unknown {
  if (!(error instanceof ClickHouseError)) {
    return isNetworkError(error) ? new UnavailableError('ClickHouse is away', { cause: error }) : error
  }
  switch (error.code) {
    case TIMEOUT_EXCEEDED:
    case TOO_SLOW:
      return new UserError(
        'QUERY_TIMEOUT',
        'The query took too long: choose a shorter time range or a narrower search',
      )
    case MEMORY_LIMIT_EXCEEDED:
    case TOO_MANY_ROWS:
    case TOO_MANY_BYTES:
      return new UserError(
        'QUERY_TOO_LARGE',
        'The query needs too much memory: choose a shorter time range or a narrower search',
      )
    case TOO_MANY_QUERIES:
      return new UnavailableError('ClickHouse has too much to do', { cause: error })
    default:
      return SHUTTING_DOWN.has(error.code)
        ? new UnavailableError('ClickHouse is stopping', { cause: error })
        : error
  }
}

/** Sockets, name resolution and the client's own timeout: all that is no answer of ClickHouse. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(?:E[A-Z]+|UND_ERR_\w+)$/.test(code) || /timeout error|socket hang up|aborted/i.test(error.message)
}
