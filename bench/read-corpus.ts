import { createReadStream, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

const CORPUS = join(
  resolve(import.meta.dirname, '..', '..'),
  'shared',
  'logs',
  'bench',
  'mixed-100k.ndjson.gz',
)

/**
 * Raw lines of 100,000 real events of all kinds. Line breaks inside of an event (Windows XML) become blanks, so that each
 * event is one line of a request.
 * @returns undefined where the corpus is missing
 */
export async function readCorpus(): Promise<string[] | undefined> {
  if (!existsSync(CORPUS)) return undefined
  const lines: string[] = []
  for await (const line of createInterface({ input: createReadStream(CORPUS).pipe(createGunzip()) })) {
    const { raw } = JSON.parse(line) as { raw: string }
    lines.push(raw.replace(/[\r\n]+/g, ' '))
  }
  return lines
}
