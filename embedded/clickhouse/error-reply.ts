import { BusyError, CancelledError } from './create-lane.ts'
import { BodyTooLargeError } from './inbox.ts'
import { RequestError } from './read-request.ts'

export interface ErrorReply {
  status: number
  /** ClickHouse's number of the error. */
  code: number
  text: string
}

const AUTHENTICATION_FAILED = 516
// Numbers whose HTTP status a ClickHouse server sets apart from 500; see HTTPHandler::exceptionCodeToHTTPStatus.
const STATUS: Record<number, number> = {
  27: 400,
  36: 400,
  43: 400,
  46: 404,
  47: 404,
  60: 404,
  62: 400,
  81: 404,
  117: 400,
  159: 408,
  160: 408,
  202: 503,
  241: 500,
  386: 400,
  456: 400,
  457: 400,
}

/** The inbox is ours, so the engine does not say it. */
const DISK_FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])

export const authenticationFailed: ErrorReply = {
  status: 401,
  code: AUTHENTICATION_FAILED,
  text: exceptionText(AUTHENTICATION_FAILED, 'Authentication failed', 'AUTHENTICATION_FAILED'),
}

/** Says an error the way a ClickHouse server says it, so that the client reads code and name. */
export function errorReply(error: unknown): ErrorReply {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof BusyError) return own(202, message, 'TOO_MANY_SIMULTANEOUS_QUERIES')
  if (error instanceof CancelledError) return own(394, message, 'QUERY_WAS_CANCELLED')
  if (error instanceof RequestError) return own(36, message, 'BAD_ARGUMENTS')
  if (error instanceof BodyTooLargeError) return { ...own(36, message, 'BAD_ARGUMENTS'), status: 413 }
  if (error instanceof Error && 'code' in error && DISK_FULL.has(error.code))
    return own(243, message, 'NOT_ENOUGH_SPACE')
  const code = Number(/\bCode: (\d{1,6})\b/.exec(message)?.[1] ?? 1001)
  return code === 1001
    ? own(code, message, 'STD_EXCEPTION')
    : { status: STATUS[code] ?? 500, code, text: message }
}

function own(code: number, message: string, name: string): ErrorReply {
  return { status: STATUS[code] ?? 500, code, text: exceptionText(code, message, name) }
}

function exceptionText(code: number, message: string, name: string): string {
  return `Code: ${code}. DB::Exception: ${message}. (${name})`
}
