import pg from 'pg'
import type { Passwords } from './keep-passwords.ts'

const DATABASE = 'nightjar'
/** SQLSTATE invalid_password. */
const WRONG_PASSWORD = '28P01'

export const OWNER = 'nightjar_owner'
export const APP = 'nightjar_app'

export function databaseUrl(
  role: string,
  password: string,
  port: number,
  database: string = DATABASE,
): string {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** Makes the two roles and the database where they are missing, and sets the passwords we keep. */
export async function prepareDatabase(port: number, passwords: Passwords): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl('postgres', passwords.superuser, port, 'postgres'),
  })
  await client.connect().catch((error: unknown) => {
    if (!(error instanceof pg.DatabaseError) || error.code !== WRONG_PASSWORD) throw error
    throw new Error(
      'The passwords in the folder `secrets` do not open the data in the folder `postgres` beside it. ' +
        'Bring the right ones back, or move `postgres` away to start empty.',
    )
  })
  try {
    const found = await client.query<{ name: string }>(
      'SELECT rolname AS name FROM pg_roles WHERE rolname = ANY($1) UNION ALL SELECT datname FROM pg_database WHERE datname = $2',
      [[OWNER, APP], DATABASE],
    )
    const names = new Set(found.rows.map((row) => row.name))
    if (!names.has(OWNER)) {
      const password = client.escapeLiteral(passwords.owner)
      await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEDB CREATEROLE PASSWORD ${password}`)
    }
    if (!names.has(APP)) {
      const password = client.escapeLiteral(passwords.app)
      await client.query(`CREATE ROLE ${APP} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${password}`)
      // Migrations run as the owner and may set what the program's role needs.
      await client.query(`GRANT ${APP} TO ${OWNER} WITH ADMIN TRUE, INHERIT TRUE, SET FALSE`)
    }
    if (!names.has(DATABASE)) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`)
  } finally {
    await client.end()
  }
}
