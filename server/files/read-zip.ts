import { isUtf8 } from 'node:buffer'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'

export interface ZipMember {
  /** As the archive has it: nobody's path. */
  name: string
  /** @throws Error of what is wrong with this member alone */
  chunks: AsyncGenerator<Buffer>
}

/**
 * The files of a zip one after the other. What is in it is said at its end, so it lies in a temporary file meanwhile,
 * which has no name any more: nothing is left of it, whatever ends this process.
 * @throws Error when the archive is broken
 */
export async function* readZip(chunks: AsyncIterable<Buffer>): AsyncGenerator<ZipMember> {
  const file = await spool(chunks)
  try {
    const zip = await fromFdPromise(file.fd, { autoClose: false, decodeStrings: false })
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (!name.endsWith('/')) yield { name, chunks: bytesOf(zip, entry) }
    }
  } finally {
    await file.close()
  }
}

async function spool(chunks: AsyncIterable<Buffer>): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-file-'))
  const file = await open(join(folder, 'zip'), 'wx+', 0o600)
  await rm(folder, { recursive: true })
  try {
    for await (const chunk of chunks) await file.appendFile(chunk)
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new Error('left out: it is encrypted')
  yield* await zip.openReadStreamPromise(entry)
}

/** Without strings decoded for us a name is bytes, and says in no reliable way of which encoding. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1')
}
