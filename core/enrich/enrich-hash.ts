import type { Fields } from '../event/event.ts'
import { textOf } from './text-of.ts'

/** By number of hexadecimal digits. */
const KINDS: Readonly<Record<number, string>> = {
  32: 'md5',
  40: 'sha1',
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
}
const HEX = /^[0-9a-fA-F]+$/

/** Names under which products write the hash of a file without saying in ECS of which kind. */
const BARE = ['hash', 'file_hash', 'fileHash', 'filehash', 'file.hash', 'process.hash'] as const

/** The kind of a bare hash, told by its length. */
export function enrichHash(fields: Fields): void {
  for (const name of BARE) {
    const hash = textOf(fields, name)
    const kind = hash === undefined ? undefined : KINDS[hash.length]
    if (hash === undefined || kind === undefined || !HEX.test(hash)) continue
    fields[`${name === 'process.hash' ? 'process' : 'file'}.hash.${kind}`] ??= hash.toLowerCase()
  }
}
