import { gunzipped } from '#core/parse/files/gunzipped'
import { packingOf } from '#core/parse/files/packing-of'
import { peek } from '#core/parse/files/peek'
import { readTar } from '#core/parse/files/read-tar'
import { type Allowance, TooMuchError } from './create-allowance.ts'
import { readZip } from './read-zip.ts'
import { tidyName } from './tidy-name.ts'

/** A file that is no archive, or lay in one. */
export interface Member {
  name: string
  /** Its first kilobytes, which `chunks` still holds. */
  head: Buffer
  /** Read them before the next member is asked for. */
  chunks: AsyncGenerator<Buffer>
}

interface Reading {
  allowance: Allowance
  /** Told what of the file cannot be read. */
  tell: (member: string, message: string) => void
}

/** `logs.tar.gz` in a zip: deeper nobody packs what others should read. */
const MOST_LAYERS = 4
const GZIP_NAME = /\.(?:gz|tgz)$/i

/**
 * The files in a file: itself, or what gzip, zip and tar hold, in each other too. A member that cannot be read is told,
 * and the others follow.
 * @throws TooMuchError
 */
export async function* readMembers(
  name: string,
  source: AsyncGenerator<Buffer>,
  reading: Reading,
  layers = 0,
): AsyncGenerator<Member> {
  const { head, chunks } = await peek(source)
  const packing = packingOf(head)
  const { allowance, tell } = reading
  if (packing === undefined) return yield { name, head, chunks }
  if (layers === MOST_LAYERS) return tell(name, `left out: packed more than ${MOST_LAYERS} times`)
  if (packing === 'gzip') {
    const inner = name.replace(GZIP_NAME, (end) => (end.toLowerCase() === '.tgz' ? '.tar' : ''))
    return yield* readMembers(inner, counted(gunzipped(chunks), allowance), reading, layers + 1)
  }
  const members = packing === 'tar' ? readTar(chunks) : readZip(chunks)
  for await (const member of members) {
    allowance.member()
    const inside = tidyName(layers === 0 || packing === 'zip' ? member.name : `${name}/${member.name}`)
    const bytes = packing === 'tar' ? member.chunks : counted(member.chunks, allowance)
    try {
      yield* readMembers(inside, bytes, reading, layers + 1)
    } catch (error) {
      if (error instanceof TooMuchError) throw error
      tell(inside, error instanceof Error ? error.message : String(error))
    }
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, allowance: Allowance): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    allowance.unpacked(chunk.length)
    yield chunk
  }
}
