import { readConfig } from '#core/config'
import { storeConnectionOf } from '#core/store/store-connection-of'
import { migrateDatabases } from './migrate-databases.ts'
import { parseFlags } from './parse-flags.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar migrate

Brings Postgres and ClickHouse up to date; safe when several run at once. Reads
NIGHTJAR_POSTGRES_OWNER_URL (owner), NIGHTJAR_POSTGRES_URL (the program's role and its
password: made if missing) and NIGHTJAR_CLICKHOUSE_URL, _USER, _PASSWORD, _DATABASE, _CLUSTER.
`

export const migrateVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, {}, USAGE, io)
  if (typeof flags === 'number') return flags
  const config = readConfig()
  if (!config.POSTGRES_OWNER_URL) {
    io.stderr.write('Set NIGHTJAR_POSTGRES_OWNER_URL: migrations run as the owner of the database.\n')
    return 2
  }
  await migrateDatabases({
    postgresOwnerUrl: config.POSTGRES_OWNER_URL,
    postgresUrl: config.POSTGRES_URL,
    clickhouse: storeConnectionOf(config),
  })
  io.stdout.write(`${JSON.stringify({ migrated: ['postgres', 'clickhouse'] })}\n`)
  return 0
}
