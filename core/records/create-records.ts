import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'
import { holdableText } from './holdable-text.ts'
import { orUnavailable } from './or-unavailable.ts'

/** Handle of Postgres. What can be asked lies in the files beside this one. */
export interface Records {
  /** @throws UnavailableError */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface RecordsOptions {
  /** The program's role: row-level security must bind it. */
  url: string
  maxConnections?: number
}

const clients = new WeakMap<Records, PrismaClient>()

export function createRecords({ url, maxConnections = 10 }: RecordsOptions): Records {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 5000,
    application_name: 'nightjar',
  })
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  }).$extends(holdableText)
  const records: Records = {
    ping: () => orUnavailable(async () => void (await client.$queryRaw`SELECT 1`)),
    close: () => client.$disconnect(),
  }
  // Queries are mapped on their way: what is asked and answered has the types it had.
  clients.set(records, client as unknown as PrismaClient)
  return records
}

/** For this room only. */
export function clientOf(records: Records): PrismaClient {
  const client = clients.get(records)
  if (!client) throw new TypeError('Not made by createRecords')
  return client
}
