import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '#core/errors'

const FORMAT = 1
const FILE = 'manifest.json'
const count = z.number().int().nonnegative()

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Milliseconds since the epoch: what Postgres held at this moment is in it. */
  takenAt: count,
  postgres: z.object({
    migrations: z.array(z.string()),
    /** Of the job tables, which BullMQ migrates itself. */
    jobs: count,
    tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).nonempty(), rows: count })),
    sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
  clickhouse: z.object({
    migrations: z.array(z.string()),
    /** Disk of the server that holds it; else it lies beside this file. */
    disk: z.string().optional(),
    /** Rows by table, where the files could be read. */
    rows: z.record(z.string(), count).optional(),
  }),
  /** SHA-256 of the list of checksums. */
  sums: z.string(),
})

export type Manifest = z.infer<typeof manifestSchema>
export const MANIFEST_FORMAT = FORMAT

/** Written last: a folder without it is no backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
}

/** @throws UserError when the folder holds no backup, or one that this program cannot read */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new UserError('BAD_USER_INPUT', `${folder} holds no finished backup: it has no ${FILE}`)
  const parsed = manifestSchema.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  throw new UserError(
    'BAD_USER_INPUT',
    `${join(folder, FILE)} cannot be read: it was changed, or a newer program wrote it`,
  )
}
