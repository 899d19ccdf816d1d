import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const credentialsSchema = z.object({
  people: z.array(z.object({ email: z.string(), password: z.string(), may: z.string() })),
  ingestTokens: z.array(z.object({ tenant: z.string(), source: z.string(), secret: z.string() })),
})

/** What the first start made up: shown once, then only in a file that its owner alone reads. */
export type Credentials = z.infer<typeof credentialsSchema>

export function keepCredentials(file: string, credentials: Credentials): void {
  writeFileSync(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
}

/** @returns undefined before the first start */
export function readCredentials(file: string): Credentials | undefined {
  return existsSync(file) ? credentialsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}
