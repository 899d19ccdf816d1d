import { createReadStream } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parseFlags } from './parse-flags.ts'
import { readBlocks } from './read-blocks.ts'
import { type SendOptions, type Sent, sendBlocks } from './send-lines.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar ingest --url URL --token TOKEN [OPTIONS] FILE...

Sends files, one record a line, through the ingest endpoint. FILE may end in .gz, or be - for standard input.
Goes on while the door is busy or away. Writes one line of JSON per file and a last one for all of them.

  --url URL          server, as in http://127.0.0.1:4000
  --token TOKEN      ingest token (nji_...); names tenant and source
  --backfill         old logs: alerts are flagged and nobody is notified
  --concurrency N    requests at the same time (default 4)
  --progress         show progress on stderr though it is no terminal

Exit codes: 0 all sent, 1 a file was not sent or not wholly, 2 wrong use
`

const OPTIONS = {
  url: { type: 'string' },
  token: { type: 'string' },
  backfill: { type: 'boolean', default: false },
  concurrency: { type: 'string', default: '4' },
  progress: { type: 'boolean', default: false },
} as const

export const ingestVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, OPTIONS, USAGE, io)
  if (typeof flags === 'number') return flags
  const { url, token, backfill, progress } = flags.values
  const concurrency = Number(flags.values.concurrency)
  const files = flags.positionals
  const mistake = findMistake(url, token, concurrency, files)
  if (!url || !token || mistake) {
    io.stderr.write(`nightjar ingest: ${mistake}\n\n${USAGE}`)
    return 2
  }
  const options: SendOptions = { url, token, backfill, concurrency }
  const isTerminal = 'isTTY' in io.stderr && io.stderr.isTTY === true
  const started = Date.now()
  const total: Sent = { accepted: 0, bytes: 0, requests: 0, retries: 0 }
  let failed = 0
  for (const file of files) {
    const show = progress || isTerminal ? createProgress(io.stderr, file, isTerminal) : undefined
    const result = await sendFile(file, io.stdin, {
      ...options,
      ...(show ? { onProgress: show.update } : {}),
    })
    show?.end()
    if ('error' in result) failed += 1
    else for (const key of ['accepted', 'bytes', 'requests', 'retries'] as const) total[key] += result[key]
    io.stdout.write(`${JSON.stringify({ file, ...result })}\n`)
  }
  const seconds = (Date.now() - started) / 1000
  io.stdout.write(`${JSON.stringify({ files: files.length, failed, ...total, seconds })}\n`)
  return failed > 0 ? 1 : 0
}

function findMistake(
  url: string | undefined,
  token: string | undefined,
  concurrency: number,
  files: readonly string[],
): string | undefined {
  if (!url || !URL.canParse(url) || !/^https?:/.test(url)) return '--url must be the address of a server'
  if (!token) return '--token is missing: nightjar token create makes one'
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) return '--concurrency is 1 to 64'
  if (files.length === 0) return 'name a FILE, or - for standard input'
  return undefined
}

async function sendFile(
  file: string,
  stdin: Readable,
  options: SendOptions,
): Promise<Sent | { error: string }> {
  try {
    return await sendBlocks({ ...options, blocks: readBlocks(openFile(file, stdin)) })
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function openFile(file: string, stdin: Readable): Readable {
  const source = file === '-' ? stdin : createReadStream(file, { highWaterMark: 256 * 1024 })
  if (!file.endsWith('.gz')) return source
  const plain = createGunzip({ chunkSize: 256 * 1024 })
  source.on('error', (error: Error) => plain.destroy(error))
  return source.pipe(plain)
}

/** On a terminal one line that is written over; elsewhere a line now and then. */
function createProgress(stderr: Writable, file: string, isTerminal: boolean) {
  const everyMs = isTerminal ? 100 : 2_000
  const started = Date.now()
  let shown = started
  const show = (sent: Readonly<Sent>) => {
    const rate = Math.round((sent.accepted * 1000) / Math.max(1, Date.now() - started))
    const megabytes = (sent.bytes / 1e6).toFixed(1)
    const text = `${file}: ${sent.accepted} records, ${megabytes} MB, ${rate}/s, ${sent.retries} retries`
    stderr.write(isTerminal ? `\r\u001b[2K${text}` : `${text}\n`)
  }
  return {
    update(sent: Readonly<Sent>) {
      if (Date.now() - shown < everyMs) return
      shown = Date.now()
      show(sent)
    },
    end() {
      if (isTerminal) stderr.write('\r\u001b[2K')
    },
  }
}
