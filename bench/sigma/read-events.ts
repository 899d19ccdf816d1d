import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

const FOLDER = '../shared/logs/bench'

/**
 * Raw lines of one of the corpora, as bytes: a line that is cut out of a longer text is not what a door receives.
 * @returns undefined where the corpus is missing
 */
export async function readEvents(name: 'windows-100k' | 'mixed-100k'): Promise<Buffer[] | undefined> {
  const file = `${FOLDER}/${name}.ndjson.gz`
  if (!existsSync(file)) return undefined
  const lines: Buffer[] = []
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    lines.push(Buffer.from(name === 'mixed-100k' ? (JSON.parse(line) as { raw: string }).raw : line))
  }
  return lines
}
