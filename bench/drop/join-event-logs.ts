import { existsSync } from 'node:fs'
import { open, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const LOGS = join(resolve(import.meta.dirname, '..', '..', '..'), 'shared', 'logs', 'evtx')
const HEADER_BYTES = 4_096
const CHUNK_BYTES = 65_536
const FREE_SPACE_AT = 48
const CHUNK_MAGIC = 'ElfChnk\0'

/**
 * One event log of so many bytes in the temporary folder: the chunks of real ones, which stand by themselves, over and over.
 * @returns its path; undefined where the logs are missing
 */
export async function joinEventLogs(bytes: number): Promise<string | undefined> {
  if (!existsSync(LOGS)) return undefined
  const names = (await readdir(LOGS, { recursive: true })).filter((name) => name.endsWith('.evtx')).sort()
  const files = await Promise.all(names.map((name) => readFile(join(LOGS, name))))
  const chunks = files.flatMap(chunksOf)
  const [first] = files
  if (!first || chunks.length === 0) return undefined
  const path = join(tmpdir(), 'nightjar-bench-joined.evtx')
  const file = await open(path, 'w')
  try {
    await file.write(first.subarray(0, HEADER_BYTES))
    for (let size = HEADER_BYTES, at = 0; size < bytes; size += CHUNK_BYTES, at++)
      await file.write(chunks[at % chunks.length] ?? Buffer.alloc(0))
  } finally {
    await file.close()
  }
  return path
}

/** Those that are full at least by half, as in logs that Windows wrote for long; samples are cut short. */
function chunksOf(file: Buffer): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = HEADER_BYTES; at + CHUNK_BYTES <= file.length; at += CHUNK_BYTES) {
    const chunk = file.subarray(at, at + CHUNK_BYTES)
    const isChunk = chunk.toString('latin1', 0, CHUNK_MAGIC.length) === CHUNK_MAGIC
    if (isChunk && chunk.readUInt32LE(FREE_SPACE_AT) > CHUNK_BYTES / 2) chunks.push(chunk)
  }
  return chunks
}
