import { createHash } from 'node:crypto'
import type { IngestGrant } from './ingest-source.ts'

const LIFE_MS = 10_000
const MOST = 10_000

interface Entry {
  grant: Promise<IngestGrant | undefined>
  until: number
}

export interface TokenCache {
  /** @returns undefined for a secret that opens nothing. @throws UnavailableError */
  resolve(secret: string): Promise<IngestGrant | undefined>
  forget(): void
}

/**
 * Remembers for a few seconds what a secret opens, or that it opens nothing. Known and unknown secrets are kept apart,
 * so that guesses push out no token in use. Keeps digests, not secrets.
 */
export function createTokenCache(
  resolveToken: (secret: string) => Promise<IngestGrant | undefined>,
  now: () => number = Date.now,
): TokenCache {
  const known = new Map<string, Entry>()
  const unknown = new Map<string, Entry>()

  function ask(secret: string, digest: string): Promise<IngestGrant | undefined> {
    const entry = { grant: resolveToken(secret), until: now() + LIFE_MS }
    keep(unknown, digest, entry)
    entry.grant.then(
      (grant) => {
        if (!grant || unknown.get(digest) !== entry) return
        unknown.delete(digest)
        keep(known, digest, entry)
      },
      () => unknown.delete(digest),
    )
    return entry.grant
  }

  return {
    async resolve(secret) {
      const digest = createHash('sha256').update(secret).digest('base64')
      const entry = known.get(digest) ?? unknown.get(digest)
      if (entry && entry.until > now()) return entry.grant
      known.delete(digest)
      unknown.delete(digest)
      return ask(secret, digest)
    },
    forget() {
      known.clear()
      unknown.clear()
    },
  }
}

/** Maps keep the order of insertion: the oldest goes first. */
function keep(entries: Map<string, Entry>, digest: string, entry: Entry): void {
  if (entries.size >= MOST) {
    const [oldest] = entries.keys()
    if (oldest !== undefined) entries.delete(oldest)
  }
  entries.set(digest, entry)
}
