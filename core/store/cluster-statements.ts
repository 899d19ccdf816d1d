/** What lies on one shard only; the name without it reads and writes all shards. */
export const LOCAL = '_local'

/** Rows of a payload, its detections with them, are on one shard: so its token is remembered where it is tried again. */
const SHARDING_KEY = 'cityHash64(payload_id)'
const CREATE = /^CREATE TABLE IF NOT EXISTS (\w+)\s*\(/
const ENGINE = /\bENGINE = (\w*MergeTree)(?:\(([^()]*)\))?/
const VIEW = /^CREATE MATERIALIZED VIEW IF NOT EXISTS (\w+) TO (\w+) AS\s/
const ALTER = /^ALTER TABLE (\w+)\s/
/** Of a view. */
const NEW_QUERY = /^ALTER TABLE \w+ MODIFY QUERY\s/
const COMMAND = /\b(?:ADD|DROP|MODIFY|RENAME|COMMENT|CLEAR|MATERIALIZE)\s+(\w+)/g
/** A week, as long as dead letters are kept. */
const WINDOW_SECONDS = 7 * 24 * 3600

interface Cluster {
  cluster: string
  database: string
  /** Tables whose rows are spread over the shards: see {@link shardedTables}. */
  sharded: ReadonlySet<string>
}

/** Tables with rows of payloads, and those that views fill from them. All others are small, and whole on every server. */
export function shardedTables(statements: readonly string[]): ReadonlySet<string> {
  const names = statements.flatMap((statement) => {
    const text = withoutComments(statement)
    const target = VIEW.exec(text)?.[2]
    if (target !== undefined) return [target]
    const name = CREATE.exec(text)?.[1]
    return name !== undefined && hasPayloads(text) ? [name] : []
  })
  return new Set(names)
}

const hasPayloads = (create: string): boolean => /\bpayload_id UUID\b/.test(create)

/**
 * A statement of a migration as a cluster needs it: run on every server, tables replicated, those with rows of payloads
 * spread over the shards behind a Distributed table of the same name. As idempotent as the statement is.
 * @throws Error for a statement of another kind
 */
export function clusterStatements(statement: string, cluster: Cluster): string[] {
  const text = withoutComments(statement)
  const created = CREATE.exec(text)?.[1]
  if (created !== undefined) return create(text, created, cluster)
  if (VIEW.test(text)) return [view(text, cluster)]
  const altered = ALTER.exec(text)?.[1]
  if (altered !== undefined) return alter(text, altered, cluster)
  throw new Error(`Nobody said what this is on a cluster: ${text.slice(0, 100)}`)
}

function create(text: string, name: string, { cluster, database, sharded }: Cluster): string[] {
  const isSharded = sharded.has(name)
  const table = isSharded ? name + LOCAL : name
  const [path, replica] = isSharded
    ? [`/clickhouse/tables/{shard}/${database}/${table}`, '{replica}']
    : [`/clickhouse/tables/${database}/${table}`, '{shard} {replica}']
  if (!ENGINE.test(text)) throw new Error(`The table ${name} has no MergeTree: ${text.slice(0, 100)}`)
  const replicated = text
    .replace(CREATE, `CREATE TABLE IF NOT EXISTS ${table} ON CLUSTER '${cluster}' (`)
    .replace(ENGINE, (_, engine: string, given?: string) => {
      const rest = given ? `, ${given}` : ''
      return `ENGINE = Replicated${engine}('${path}', '${replica}'${rest})`
    })
    .replace(
      /\bnon_replicated_deduplication_window = (\d+)/,
      `replicated_deduplication_window = $1,\n  replicated_deduplication_window_seconds = ${WINDOW_SECONDS}`,
    )
  if (!isSharded) return [replicated]
  // What views count lies beside the rows that they counted: nobody else writes it.
  const key = hasPayloads(text) ? `, ${SHARDING_KEY}` : ''
  const distributed = `CREATE TABLE IF NOT EXISTS ${name} ON CLUSTER '${cluster}' AS ${database}.${table}
ENGINE = Distributed('${cluster}', '${database}', '${table}'${key})`
  return [replicated, distributed]
}

function view(text: string, cluster: Cluster): string {
  const created = text.replace(
    VIEW,
    (_, name: string, target: string) =>
      `CREATE MATERIALIZED VIEW IF NOT EXISTS ${name} ON CLUSTER '${cluster.cluster}' TO ${target}${LOCAL} AS `,
  )
  return ofOwnRows(created, cluster)
}

/** Each shard counts its own rows. */
function ofOwnRows(select: string, { sharded }: Cluster): string {
  return select.replace(/\bFROM (\w+)/g, (from, table: string) =>
    sharded.has(table) ? `FROM ${table}${LOCAL} AS ${table}` : from,
  )
}

/** A Distributed table has columns and nothing else. */
function alter(text: string, name: string, whole: Cluster): string[] {
  const { cluster, sharded } = whole
  const on = (table: string) => text.replace(ALTER, `ALTER TABLE ${table} ON CLUSTER '${cluster}' `)
  if (NEW_QUERY.test(text)) return [ofOwnRows(on(name), whole)]
  if (!sharded.has(name)) return [on(name)]
  const ofColumns = [...text.matchAll(COMMAND)].map(([, what]) => what === 'COLUMN')
  if (ofColumns.every(Boolean)) return [on(name + LOCAL), on(name)]
  if (ofColumns.some(Boolean)) throw new Error(`Columns in one statement, the rest in another: ${text}`)
  return [on(name + LOCAL)]
}

function withoutComments(statement: string): string {
  return statement.replace(/^\s*--.*\n/gm, '')
}
