import { createHash } from 'node:crypto'
import type { Records } from './create-records.ts'
import { withoutTenant } from './with-scope.ts'

const WINDOW_MS = 15 * 60_000
const MOST = 10
const SWEPT_AT_ONCE = 1_000

/**
 * Counts a try to sign in as failed, before its password is looked at, so that many at once do not outrun the count.
 * Tries that are refused are not counted: who waits gets in.
 * @param email of an account or not: both are counted alike
 * @returns seconds to wait; undefined where it may be tried
 */
export function takeSignInTry(records: Records, email: string, now: Date): Promise<number | undefined> {
  const over = new Date(now.getTime() - WINDOW_MS)
  return withoutTenant(records, async (tx) => {
    const [row] = await tx.$queryRaw<{ count: number; since: Date }[]>`
      INSERT INTO sign_in_failures AS known (account, count, since) VALUES (${accountOf(email)}, 1, ${now})
      ON CONFLICT (account) DO UPDATE SET
        count = CASE WHEN known.since <= ${over} THEN 1 ELSE LEAST(known.count, ${MOST}) + 1 END,
        since = CASE WHEN known.since <= ${over} THEN EXCLUDED.since ELSE known.since END
      RETURNING count, since`
    if (!row || row.count <= MOST) return undefined
    return Math.ceil((row.since.getTime() + WINDOW_MS - now.getTime()) / 1_000)
  })
}

/** For who has signed in. Takes the chance to forget failures that are long ago. */
export function clearSignInFailures(records: Records, email: string, now: Date): Promise<void> {
  const over = new Date(now.getTime() - WINDOW_MS)
  return withoutTenant(records, async (tx) => {
    await tx.signInFailure.deleteMany({ where: { account: accountOf(email) } })
    await tx.$executeRaw`
      DELETE FROM sign_in_failures WHERE account IN (
        SELECT account FROM sign_in_failures WHERE since <= ${over}
        LIMIT ${SWEPT_AT_ONCE} FOR UPDATE SKIP LOCKED
      )`
  })
}

function accountOf(email: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(email.toLowerCase()).digest())
}
