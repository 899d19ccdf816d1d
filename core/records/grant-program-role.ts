import type pg from 'pg'

/** What the program may do, table by table. Nothing else is granted. */
const GRANTS: Record<string, string> = {
  organizations: 'SELECT, INSERT, UPDATE',
  tenants: 'SELECT, INSERT, UPDATE',
  users: 'SELECT, INSERT, UPDATE, DELETE',
  sessions: 'SELECT, INSERT, UPDATE, DELETE',
  accounts: 'SELECT, INSERT, UPDATE, DELETE',
  verifications: 'SELECT, INSERT, UPDATE, DELETE',
  rate_limits: 'SELECT, INSERT, UPDATE, DELETE',
  sign_in_failures: 'SELECT, INSERT, UPDATE, DELETE',
  memberships: 'SELECT, INSERT, UPDATE, DELETE',
  sources: 'SELECT, INSERT, UPDATE, DELETE',
  dropped_files: 'SELECT, INSERT, UPDATE, DELETE',
  parser_versions: 'SELECT, INSERT',
  saved_searches: 'SELECT, INSERT, UPDATE, DELETE',
  event_annotations: 'SELECT, INSERT, UPDATE, DELETE',
  saved_views: 'SELECT, INSERT, UPDATE, DELETE',
  export_tickets: 'SELECT, INSERT, DELETE',
  ingest_tokens: 'SELECT, INSERT, UPDATE',
  api_tokens: 'SELECT, INSERT, UPDATE',
  alerts: 'SELECT, INSERT, UPDATE',
  alert_contributions: 'SELECT, INSERT',
}

/**
 * Makes the role of the program's URL where it is missing and grants it its tables.
 * @throws Error when the role would pass by row-level security
 */
export async function grantProgramRole(client: pg.Client, appUrl: URL): Promise<void> {
  const name = decodeURIComponent(appUrl.username)
  if (name === '') throw new Error("The program's Postgres URL names no role")
  const role = client.escapeIdentifier(name)
  const found = await client.query<{ above: boolean }>(
    `SELECT rolsuper OR rolbypassrls
       OR pg_has_role(oid, (SELECT relowner FROM pg_class WHERE oid = 'alerts'::regclass), 'MEMBER') AS above
     FROM pg_roles WHERE rolname = $1`,
    [name],
  )
  if (found.rows[0]?.above) {
    throw new Error(
      `The program's Postgres role ${name} is a superuser, owns the tables or has BYPASSRLS: tenants would not be kept apart. Give it a role of its own.`,
    )
  }
  if (found.rows.length === 0) {
    const password = client.escapeLiteral(decodeURIComponent(appUrl.password))
    await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${password}`)
  }
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`)
  const there = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace",
  )
  const tables = new Set(there.rows.map(({ name }) => name))
  for (const [table, rights] of Object.entries(GRANTS)) {
    // Missing while older migrations alone were applied, for a backup to be restored.
    if (!tables.has(table)) continue
    await client.query(`GRANT ${rights} ON "${table}" TO ${role}`)
  }
}
