import type pg from 'pg'

export interface Table {
  /** `schema.name` */
  name: string
  columns: readonly string[]
  /** Row-level security binds the owner too. */
  guarded: boolean
}

/** Where rows lie that people or shippers gave. Which migrations were applied is not copied: they are run. */
const TABLES = `
  SELECT n.nspname || '.' || c.relname AS name, c.relforcerowsecurity AS guarded,
    array_agg(a.attname::text ORDER BY a.attnum) AS columns,
    (SELECT coalesce(array_agg(DISTINCT fn.nspname || '.' || f.relname), '{}')
     FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
     WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS needs
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relkind = 'r' AND n.nspname IN ('public', 'queues', 'bullmq')
    AND (n.nspname, c.relname) NOT IN (('public', '_prisma_migrations'), ('bullmq', 'migration'))
  GROUP BY c.oid, n.nspname, c.relname, c.relforcerowsecurity ORDER BY 1`

/** Tables that a foreign key needs come before those that have it. @throws Error when keys go round in a circle */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { needs: string[] }>(TABLES)
  const ordered: Table[] = []
  const placed = new Set<string>()
  let waiting = rows
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((name) => placed.has(name)))
    if (ready.length === 0) throw new Error(`Foreign keys go round: ${waiting.map(({ name }) => name)}`)
    for (const { name, columns, guarded } of ready) {
      ordered.push({ name, columns, guarded })
      placed.add(name)
    }
    waiting = waiting.filter(({ name }) => !placed.has(name))
  }
  return ordered
}

/** Names come from the catalogue, quoted all the same. */
export function quoted(client: pg.Client, name: string): string {
  return name
    .split('.')
    .map((part) => client.escapeIdentifier(part))
    .join('.')
}
