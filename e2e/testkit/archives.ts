import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../core/parse/evtx/crc32.ts'

type Files = Readonly<Record<string, string | Buffer>>

const BLOCK = 512
const LONGEST_NAME = 100

/** A tar (ustar; GNU's own for long names). */
export function tarOf(files: Files): Buffer {
  const parts = Object.entries(files).flatMap(([name, content]) => {
    const bytes = Buffer.from(content)
    const named = [tarHeader(name, bytes.length, '0'), padded(bytes)]
    if (name.length <= LONGEST_NAME) return named
    const long = Buffer.from(`${name}\0`)
    return [tarHeader('././@LongLink', long.length, 'L'), padded(long), ...named]
  })
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)])
}

function tarHeader(name: string, size: number, type: string): Buffer {
  const header = Buffer.alloc(BLOCK)
  header.write(name.slice(0, LONGEST_NAME), 0)
  header.write('0000644\0', 100)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write('        ', 148)
  header.write(type, 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((all, byte) => all + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)])
}

interface ZipOptions {
  /** What the archive claims of its members' sizes; the truth without it. */
  claimed?: number
  /** Bit 0 says encrypted. */
  flags?: number
}

/** A zip, deflated. */
export function zipOf(files: Files, { claimed, flags = 0 }: ZipOptions = {}): Buffer {
  const members: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claimed ?? bytes.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const member = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed])
    entries.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, place, Buffer.from(name)]),
    )
    members.push(member)
    at += member.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...members, directory, end])
}
