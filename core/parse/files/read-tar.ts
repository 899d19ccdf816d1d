import { createByteReader } from './create-byte-reader.ts'
import { pathOfPax, readTarHeader } from './read-tar-header.ts'

const BLOCK = 512
/** Of what says the name of the next member. */
const MOST_NAME_BYTES = 64 * 1024

export interface TarMember {
  /** As the archive has it: nobody's path. */
  name: string
  /** Read them before the next member is asked for; what is left unread is passed over. */
  chunks: AsyncGenerator<Buffer>
}

/**
 * The files of a tar (ustar, pax, GNU) one after the other; folders, links and devices are left out.
 * @throws Error when it is broken or ends too early; what came before was handed out
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarMember> {
  const reader = createByteReader(source)
  let longName: string | undefined
  for (;;) {
    const block = await reader.take(BLOCK)
    if (block.length === 0 || block.every((byte) => byte === 0)) return
    if (block.length < BLOCK) throw new Error(`the tar ends in the middle, at byte ${reader.at()}`)
    const header = readTarHeader(block)
    if (!header) throw new Error(`the tar is broken at byte ${reader.at() - BLOCK}`)
    const { kind, size } = header
    const end = reader.at() + size
    if (kind === 'file') yield { name: longName ?? header.name, chunks: reader.pass(size) }
    else if (kind === 'longName' || kind === 'pax') {
      if (size > MOST_NAME_BYTES) throw new Error(`the tar has a name of ${size} bytes`)
      const bytes = await reader.take(size)
      longName = (kind === 'pax' ? pathOfPax(bytes) : untilNul(bytes)) ?? longName
    }
    if (kind !== 'longName' && kind !== 'pax') longName = undefined
    const left = end - reader.at() + ((BLOCK - (size % BLOCK)) % BLOCK)
    if ((await reader.skip(left)) < left)
      throw new Error(`the tar ends in the middle, at byte ${reader.at()}`)
  }
}

function untilNul(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end === -1 ? bytes.length : end)
}
