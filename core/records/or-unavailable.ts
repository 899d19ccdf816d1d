import { UnavailableError } from '../errors.ts'

/** Prisma: unreachable, timed out, closed, pool exhausted, transaction not begun or lost, too many connections. */
const PRISMA_OUTAGES = new Set(['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028', 'P2037'])
const OUTAGE =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|Connection terminated|timeout exceeded when trying to connect|the database system is|57P0[123]|53300/

/** Tells an outage of Postgres from a fault of ours. @throws UnavailableError for the first */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isOutage(error)) throw new UnavailableError('Postgres does not answer', { cause: error })
    throw error
  }
}

function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (PRISMA_OUTAGES.has(code) || OUTAGE.test(code) || OUTAGE.test(error.message)) return true
  return error.cause !== undefined && isOutage(error.cause)
}
