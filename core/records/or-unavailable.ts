import { z } from 'zod'
import { UnavailableError } from '../errors.ts'

/** Prisma: unreachable, timed out, closed, pool exhausted, too many connections. */
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2037'])
/** Prisma: something about a transaction. Not begun, or gone with its connection: an outage. Too slow: ours. */
const TRANSACTION_CODE = 'P2028'
const TRANSACTION_GONE = /Unable to start a transaction|Transaction not found|was rolled back/
/** What its adapter for `pg` says, where a raw statement or the end of a transaction failed. */
const ADAPTER_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
])
/** Postgres: shutting down, crashed, starting up; too many connections; lost connection. */
const STATES = /^(57P0[1-3]|53300|08...)$/
const SOCKET =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|Connection terminated|encountered a connection error|timeout exceeded when trying to connect/

const causeSchema = z.object({
  kind: z.string(),
  originalCode: z.string().optional(),
  code: z.string().optional(),
})
const adapterErrorSchema = z.object({ cause: causeSchema })
const prismaErrorSchema = z.object({
  code: z.string().optional().catch(undefined),
  // Prisma puts there what it likes: the name of a model, a timeout.
  meta: z.object({ driverAdapterError: adapterErrorSchema }).optional().catch(undefined),
})

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
  if (SOCKET.test(error.message)) return true
  const { code: prismaCode, meta } = prismaErrorSchema.parse(error)
  if (prismaCode === TRANSACTION_CODE) return TRANSACTION_GONE.test(error.message)
  if (PRISMA_CODES.has(prismaCode ?? '')) return true
  const adapter = meta?.driverAdapterError ?? adapterErrorSchema.safeParse(error).data
  if (!adapter) return false
  const { kind, originalCode, code } = adapter.cause
  return ADAPTER_KINDS.has(kind) || STATES.test(originalCode ?? code ?? '')
}
