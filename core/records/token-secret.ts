import { createHash, randomBytes } from 'node:crypto'

/** `nji_` hands records in, `nja_` asks. */
export type SecretPrefix = 'nji_' | 'nja_'

const SHAPE = /^nj[ia]_[A-Za-z0-9_-]{43}$/
const SHOWN_CHARACTERS = 10

export interface TokenSecret {
  secret: string
  hash: Uint8Array<ArrayBuffer>
  /** First characters, to recognise it by. */
  prefix: string
}

export function newTokenSecret(prefix: SecretPrefix): TokenSecret {
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`
  return { secret, hash: hashToken(secret), prefix: secret.slice(0, SHOWN_CHARACTERS) }
}

export function hasTokenShape(secret: string, prefix: SecretPrefix): boolean {
  return secret.startsWith(prefix) && SHAPE.test(secret)
}

/** The secret has 256 random bits: a plain hash is enough. */
export function hashToken(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
