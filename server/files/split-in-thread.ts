import { Worker } from 'node:worker_threads'
import type { FileProblem, FromSplitter, MemberCount, Part, ToSplitter } from './split-protocol.ts'

/** A file that needs more is not read: it must not take the memory of the server. */
const MOST_MEGABYTES = 512

/** A thread takes over no loader, and its first file cannot be TypeScript without one. */
const BEGIN = `import(require('node:worker_threads').workerData.loader)
  .then(({ register }) => register())
  .then(() => import(require('node:worker_threads').workerData.entry))`
const loader = import.meta.resolve('tsx/esm/api')

interface Splitting {
  name: string
  /** What is sent, as it comes: read no faster than batches are stored. */
  source: AsyncIterable<Buffer>
  store: (parts: readonly Part[]) => Promise<void>
  onMember: (member: MemberCount) => void
  onProblem: (problem: FileProblem) => void
}

/**
 * Unpacks and splits a file in a thread of its own, so that those who ask meanwhile need not wait. Resolves when every batch
 * is stored. Throws for what `source` and `store` throw, and for a thread that ran out of memory.
 */
export async function splitInThread({ name, source, ...told }: Splitting): Promise<void> {
  const thread = new Worker(BEGIN, {
    eval: true,
    workerData: { name, entry: new URL('./split-thread.ts', import.meta.url).href, loader },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })
  const pieces = source[Symbol.asyncIterator]()
  let feeding: Promise<void> = Promise.resolve()
  let storing: Promise<void> = Promise.resolve()
  const say = (message: ToSplitter): void => thread.postMessage(message)

  async function feed(): Promise<void> {
    const next = await pieces.next()
    say(next.done ? { kind: 'end' } : { kind: 'bytes', bytes: next.value })
  }

  try {
    await new Promise<void>((resolve, reject) => {
      thread.once('error', reject)
      thread.once('exit', () => reject(new Error('The thread that reads the file ended early')))
      thread.on('message', (message: FromSplitter) => {
        switch (message.kind) {
          case 'more':
            feeding = feeding.then(feed)
            feeding.catch(reject)
            break
          case 'batch':
            storing = storing.then(() => told.store(message.parts)).then(() => say({ kind: 'stored' }))
            storing.catch(reject)
            break
          case 'member':
            told.onMember(message)
            break
          case 'problem':
            told.onProblem(message)
            break
          case 'done':
            storing.then(resolve, reject)
        }
      })
    })
  } finally {
    await thread.terminate()
  }
  // What nobody wants to read any more has to be taken all the same: only then can be answered.
  await feeding
  for (let next = await pieces.next(); !next.done; next = await pieces.next());
}
