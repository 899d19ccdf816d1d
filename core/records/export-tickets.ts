import { randomBytes } from 'node:crypto'
import type { Records } from './create-records.ts'
import { hashToken } from './token-secret.ts'
import { claim, withClaims } from './with-scope.ts'

const SHAPE = /^[A-Za-z0-9_-]{43}$/

/** What was asked for, in the words of who asks. */
export type ExportQuestion = Readonly<Record<string, unknown>>

interface NewTicket {
  /** Id of the person or API token that may fetch it. */
  holder: string
  question: ExportQuestion
  expiresAt: Date
}

/** Keeps a question until it is fetched or too old. @returns the secret that fetches it, kept nowhere */
export async function keepExportTicket(records: Records, ticket: NewTicket): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const hash = hashToken(secret)
  const { holder, question, expiresAt } = ticket
  await withClaims(records, { token_hash: hexOf(hash) }, async (tx) => {
    await tx.$executeRaw`INSERT INTO export_tickets (hash, holder, question, expires_at)
      VALUES (${hash}, ${holder}::uuid, ${question}::jsonb, ${expiresAt})`
    await claim(tx, { door: 'sweep' })
    await tx.$executeRaw`DELETE FROM export_tickets WHERE expires_at < now()`
  })
  return secret
}

/** Hands a question out, once. @returns undefined where there is none, or no longer, or for somebody else */
export async function takeExportTicket(
  records: Records,
  { secret, holder }: { secret: string; holder: string },
): Promise<ExportQuestion | undefined> {
  if (!SHAPE.test(secret)) return undefined
  const hash = hashToken(secret)
  const [row] = await withClaims(
    records,
    { token_hash: hexOf(hash) },
    (tx) => tx.$queryRaw<{ question: ExportQuestion }[]>`
      DELETE FROM export_tickets WHERE hash = ${hash} AND holder = ${holder}::uuid AND expires_at >= now()
      RETURNING question`,
  )
  return row?.question
}

function hexOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex')
}
