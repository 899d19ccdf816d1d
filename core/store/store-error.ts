import { ClickHouseError } from '@clickhouse/client'
import { UnavailableError, UserError } from '../errors.ts'

/** Who waits: a person chose what a query asks for; a worker's statements are ours and can be tried again later. */
export type Asker = 'person' | 'worker'

/** What a failed statement means for whoever asked; bugs stay what they are. Codes: ClickHouse's ErrorCodes.cpp. */
export function storeError(error: unknown, asker: Asker): unknown {
  if (!(error instanceof ClickHouseError))
    return isNetworkError(error) ? new UnavailableError('ClickHouse is away', { cause: error }) : error
  return asker === 'person' ? personError(error) : workerError(error)
}

const TIMEOUT_EXCEEDED = '159'
const TOO_SLOW = '160'
const MEMORY_LIMIT_EXCEEDED = '241'
const TOO_MANY_ROWS = '158'
const TOO_MANY_BYTES = '307'
const TOO_MANY_ROWS_OR_BYTES = '396'
const SYNTAX_ERROR = '62'
const CANNOT_COMPILE_REGEXP = '427'
const TOO_DEEP_AST = '167'
const TOO_BIG_AST = '168'

const AGAIN_LATER: ReadonlySet<string> = new Set([
  ...['202'], // TOO_MANY_SIMULTANEOUS_QUERIES
  ...['198', '209', '210', '279', '519'], // DNS_ERROR, SOCKET_TIMEOUT, NETWORK_ERROR, ALL_CONNECTION_TRIES_FAILED, ALL_REPLICAS_ARE_STALE
  ...['225', '242', '999'], // NO_ZOOKEEPER, TABLE_IS_READ_ONLY, KEEPER_EXCEPTION
  ...['236', '394', '473'], // ABORTED, QUERY_WAS_CANCELLED, DEADLOCK_AVOIDED
  ...['243', '439'], // NOT_ENOUGH_SPACE, CANNOT_SCHEDULE_TASK
])

function personError(error: ClickHouseError): unknown {
  switch (error.code) {
    case TIMEOUT_EXCEEDED:
    case TOO_SLOW:
      return new UserError(
        'QUERY_TIMEOUT',
        'The query took too long: choose a shorter time range or a narrower search',
      )
    case MEMORY_LIMIT_EXCEEDED:
      // The limit of the whole engine: a smaller question would meet it as well.
      if (/\(total\)/i.test(error.message)) return later(error)
      return tooLarge()
    case TOO_MANY_ROWS:
    case TOO_MANY_BYTES:
      return tooLarge()
    case TOO_MANY_ROWS_OR_BYTES:
      return new UserError('QUERY_TOO_LARGE', 'The answer is too large: ask for fewer rows at once')
    case SYNTAX_ERROR:
      // Statements are ours; only how long one is, a search decides.
      return /max query size exceeded/i.test(error.message) ? tooManyConditions() : error
    case TOO_DEEP_AST:
    case TOO_BIG_AST:
      return tooManyConditions()
    case CANNOT_COMPILE_REGEXP:
      return new UserError(
        'QUERY_TOO_LARGE',
        'ClickHouse cannot compile an expression of the query: repeat less in it, {100} instead of {1000}',
      )
    default:
      return AGAIN_LATER.has(error.code) ? later(error) : error
  }
}

function tooManyConditions(): UserError {
  return new UserError('QUERY_TOO_LARGE', 'The query has too many conditions: ask for less at once')
}

function tooLarge(): UserError {
  return new UserError(
    'QUERY_TOO_LARGE',
    'The query needs too much memory: choose a shorter time range or a narrower search',
  )
}

/** Statement or rows are wrong, now and later. */
const WRONG: ReadonlySet<string> = new Set([
  ...['6', '26', '27', '32', '33', '38', '41', '72', '117'], // what cannot be parsed or read
  ...['7', '8', '9', '10', '15', '16', '20', '44', '51'], // columns that do not fit
  ...['34', '35', '36', '42', '43', '46', '47', '63', '352'], // arguments, functions, names
  ...['48', '49', '50', '53', '70', '170', '386'], // NOT_IMPLEMENTED, LOGICAL_ERROR, types
  ...['62', '73', '115', '184', '215', '456', '457'], // syntax, format, settings, aggregates, parameters
  ...['69', '128', '131', '190', '321', '349', '407', '469'], // values that no column takes
  ...['158', '307', '427', '636'], // TOO_MANY_ROWS, TOO_MANY_BYTES, CANNOT_COMPILE_REGEXP, CANNOT_EXTRACT_TABLE_STRUCTURE
])

/**
 * No payload is given up because memory, room on the disk, time, a replica or a table was missing: whatever does not
 * say that the statement is wrong is tried again.
 */
function workerError(error: ClickHouseError): unknown {
  return WRONG.has(error.code) ? error : later(error)
}

function later(error: ClickHouseError): UnavailableError {
  return new UnavailableError(`ClickHouse cannot do it now: ${error.type ?? error.code}`, { cause: error })
}

/** Sockets, name resolution and the client's own timeout: all that is no answer of ClickHouse. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(?:E[A-Z]+|UND_ERR_\w+)$/.test(code) || /timeout error|socket hang up|aborted/i.test(error.message)
}
