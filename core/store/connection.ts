import { ClickHouseLogLevel, createClient } from '@clickhouse/client'

/** Where ClickHouse is, embedded or not. */
export interface StoreConnection {
  url: string
  user: string
  password: string
  database: string
  /** Undefined: a server by itself. */
  cluster?: string | undefined
}

const CONNECTIONS = 20
const REQUEST_TIMEOUT_MS = 120_000

/** For this room only: everyone else gets a store, which asks for a scope. */
export function connect(connection: StoreConnection, database: string | undefined = connection.database) {
  return createClient({
    url: connection.url,
    username: connection.user,
    password: connection.password,
    ...(database === undefined ? {} : { database }),
    max_open_connections: CONNECTIONS,
    request_timeout: REQUEST_TIMEOUT_MS,
    log: { level: ClickHouseLogLevel.OFF },
  })
}
