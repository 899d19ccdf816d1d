import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const credentialsSchema = z.object({
  organization: z.string(),
  people: z.array(z.object({ email: z.string(), password: z.string(), may: z.string() })),
  /** `tenant/source` to the secret of its ingest token. */
  ingestTokens: z.record(z.string(), z.string()),
  /** `tenant/source` of demo logs that were acknowledged. */
  fed: z.array(z.string()),
  complete: z.boolean(),
})

/**
 * What the first start made up: shown once, then only in a file that its owner alone reads. Written before the database
 * hears of it and after each step, so that a first start cut short goes on where it was.
 */
export type Credentials = z.infer<typeof credentialsSchema>

export function keepCredentials(file: string, credentials: Credentials): void {
  const draft = `${file}.draft`
  writeFileSync(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

/** @returns undefined before the first start */
export function readCredentials(file: string): Credentials | undefined {
  return existsSync(file) ? credentialsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}
