import type { Config } from '../config.ts'
import type { StoreConnection } from './connection.ts'

export function storeConnectionOf(config: Config): StoreConnection {
  return {
    url: config.CLICKHOUSE_URL,
    user: config.CLICKHOUSE_USER,
    password: config.CLICKHOUSE_PASSWORD,
    database: config.CLICKHOUSE_DATABASE,
    cluster: config.CLICKHOUSE_CLUSTER,
  }
}
