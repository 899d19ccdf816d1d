import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { createAllowance } from './create-allowance.ts'
import { splitFile } from './split-file.ts'
import type { FromSplitter, Part, ToSplitter } from './split-protocol.ts'

/** Pieces asked for ahead of the one that is read. */
const AHEAD = 8
/** Batches that wait to be stored while the next one is gathered. */
const MOST_UNSTORED = 2
const MOST_PROBLEMS = 200

const port = parentPort
if (!port) throw new Error('This runs in a thread')
const { name } = workerData as { name: string }

const say = (message: FromSplitter, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)

const pieces: Uint8Array[] = []
let ended = false
let unstored = 0
const changes = new EventTarget()
port.on('message', (message: ToSplitter) => {
  if (message.kind === 'bytes') pieces.push(message.bytes)
  else if (message.kind === 'end') ended = true
  else unstored -= 1
  changes.dispatchEvent(new Event('change'))
})

async function* source(): AsyncGenerator<Buffer> {
  for (let i = 0; i < AHEAD; i++) say({ kind: 'more' })
  for (;;) {
    const piece = pieces.shift()
    if (piece) {
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
      say({ kind: 'more' })
    } else if (ended) return
    else await once(changes, 'change')
  }
}

async function send(parts: Part[]): Promise<void> {
  unstored += 1
  say(
    { kind: 'batch', parts },
    parts.flatMap(({ bytes, lengths }) => [bytes.buffer, lengths.buffer]),
  )
  while (unstored >= MOST_UNSTORED) await once(changes, 'change')
}

let problems = 0
await splitFile(source(), {
  name,
  allowance: createAllowance(),
  send,
  onMember: (member) => say({ kind: 'member', ...member }),
  tell(member, message) {
    problems += 1
    if (problems < MOST_PROBLEMS) say({ kind: 'problem', member, message })
    else if (problems === MOST_PROBLEMS)
      say({ kind: 'problem', member: name, message: 'there are more problems' })
  },
})
// What was sent may still be stored: who began this thread ends it.
say({ kind: 'done' })
