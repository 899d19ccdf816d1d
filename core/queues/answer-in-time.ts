import { UnavailableError } from '../errors.ts'

/** Longer than any healthy answer, shorter than a shipper's patience. */
const PATIENCE_MS = 5_000
/** For committing payloads: giving up on one that is committed after all makes its shipper send it twice. */
export const COMMIT_PATIENCE_MS = 20_000

/** SQLSTATE classes that speak of the server, not of the statement: connection, resources, operator, system. */
const OUTAGE_STATES = /^(08|53|57P|58|25006)/
const OUTAGE_CODES = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET)/
const OUTAGE_TEXTS =
  /timeout|timed out|terminated|Connection is closed|n['o]t writeable|not queryable|max retries per request|^(LOADING|READONLY|MASTERDOWN|MISCONF|OOM)\b/i

/**
 * Waits for an engine, but not for ever.
 * @throws UnavailableError when it is away or silent; other errors as they are
 */
export async function answerInTime<T>(
  engine: string,
  answer: Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new UnavailableError(`${engine} did not answer within ${patienceMs} ms`)),
      patienceMs,
    )
  })
  try {
    return await Promise.race([answer, silence])
  } catch (error) {
    throw isOutage(error) ? new UnavailableError(`${engine} is away`, { cause: error }) : error
  } finally {
    clearTimeout(timer)
  }
}

function isOutage(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof UnavailableError) return false
  if (error instanceof AggregateError) return error.errors.every(isOutage)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return OUTAGE_STATES.test(code) || OUTAGE_CODES.test(code) || OUTAGE_TEXTS.test(error.message)
}
