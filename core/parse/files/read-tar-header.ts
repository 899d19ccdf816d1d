interface TarHeader {
  kind: 'file' | 'longName' | 'pax' | 'other'
  name: string
  size: number
}

const CHECKSUM_AT = 148

/** @param block 512 bytes. @returns undefined where the checksum or the size is wrong */
export function readTarHeader(block: Buffer): TarHeader | undefined {
  const size = numberAt(block, 124, 12)
  if (size === undefined || numberAt(block, CHECKSUM_AT, 8) !== checksumOf(block)) return undefined
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? textAt(block, 345, 155) : ''
  const name = textAt(block, 0, 100)
  const kind = kindOf(block[156] ?? 0)
  // Links, folders and devices have no bytes behind them, whatever the size says; GNU's own kinds have.
  const hasBytes = kind !== 'other' || !/[1-6]/.test(String.fromCharCode(block[156] ?? 0))
  return { kind, name: prefix === '' ? name : `${prefix}/${name}`, size: hasBytes ? size : 0 }
}

function kindOf(type: number): TarHeader['kind'] {
  switch (String.fromCharCode(type)) {
    case '\0':
    case '0':
    case '7':
      return 'file'
    case 'L':
      return 'longName'
    case 'x':
      return 'pax'
    default:
      return 'other'
  }
}

/** Octal digits, or where they do not suffice a big number behind a set bit. */
function numberAt(block: Buffer, at: number, length: number): number | undefined {
  const bytes = block.subarray(at, at + length)
  if (((bytes[0] ?? 0) & 0x80) !== 0) {
    const value = Number(bytes.readBigUInt64BE(length - 8))
    return Number.isSafeInteger(value) ? value : undefined
  }
  const digits = textAt(block, at, length).trim()
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : undefined
}

/** The sum of all bytes, those of itself as blanks. */
function checksumOf(block: Buffer): number {
  let sum = 8 * 0x20
  for (let i = 0; i < block.length; i++) if (i < CHECKSUM_AT || i >= CHECKSUM_AT + 8) sum += block[i] ?? 0
  return sum
}

function textAt(block: Buffer, at: number, length: number): string {
  const bytes = block.subarray(at, at + length)
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end === -1 ? length : end)
}

/** Records of pax are `LENGTH KEY=VALUE\n`, the length with itself. */
export function pathOfPax(bytes: Buffer): string | undefined {
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at)
    const length = Number(bytes.toString('latin1', at, blank === -1 ? at : blank))
    if (!Number.isInteger(length) || length <= 0) return undefined
    const record = bytes.toString('utf8', blank + 1, at + length - 1)
    if (record.startsWith('path=')) return record.slice('path='.length)
    at += length
  }
  return undefined
}
