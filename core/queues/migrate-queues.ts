import { runMigrations } from 'bullmq'
import { Client } from 'pg'

/** `NJQU`: one migration at a time, however many processes start. */
const LOCK = 0x4e4a5155

const PAYLOADS = `
  CREATE SCHEMA IF NOT EXISTS queues;
  CREATE TABLE IF NOT EXISTS queues.payload (
    payload_id uuid PRIMARY KEY,
    tenant_ids uuid[] NOT NULL,
    bytes bytea NOT NULL
  );
  -- The bytes are lz4 already.
  ALTER TABLE queues.payload ALTER COLUMN bytes SET STORAGE EXTERNAL;
  CREATE TABLE IF NOT EXISTS queues.idempotency_key (
    tenant_id uuid NOT NULL,
    key text NOT NULL,
    payload_ids uuid[] NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, key)
  );
  CREATE INDEX IF NOT EXISTS idempotency_key_at ON queues.idempotency_key (at);`

/**
 * Makes the tables of BullMQ and of the payloads and lets the program's role use them. Safe to repeat and to race.
 * @param ownerUrl address with the right to create schemas
 * @param appRole role the program connects as
 */
export async function migrateQueues(ownerUrl: string, appRole: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'nightjar-migrate' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await runMigrations(client)
    await client.query(PAYLOADS)
    const role = client.escapeIdentifier(appRole)
    for (const schema of ['bullmq', 'queues'])
      await client.query(`
        GRANT USAGE ON SCHEMA ${schema} TO ${role};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};
        GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role};`)
  } finally {
    await client.end()
  }
}
