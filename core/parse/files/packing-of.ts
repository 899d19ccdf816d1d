export type Packing = 'gzip' | 'zip' | 'tar'

/** Where a header of tar says so: `ustar`, whoever wrote it. */
const TAR_MAGIC_AT = 257

/**
 * What has to be unpacked before records can be read, told by the first bytes: names lie.
 * @param head some kilobytes, or all there is
 */
export function packingOf(head: Buffer): Packing | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  // A member, or the end of an archive without one.
  if (head.subarray(0, 4).equals(ZIP_MEMBER) || head.subarray(0, 4).equals(ZIP_END)) return 'zip'
  return head.toString('latin1', TAR_MAGIC_AT, TAR_MAGIC_AT + 5) === 'ustar' ? 'tar' : undefined
}

const ZIP_MEMBER = Buffer.from('PK\x03\x04', 'latin1')
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1')
