import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { uuidV7 } from '#core/event/uuid-v7'
import { createQueues } from '#core/queues/create-queues'
import { PoisonError } from '#core/queues/poison-error'
import { rawLogs } from '#core/queues/raw-logs'
import { freshPostgres } from '../e2e/testkit/fresh-postgres.ts'
import { main } from './main.ts'

afterEach(() => void vi.unstubAllEnvs())

async function run(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const code = await main(['queue', ...args], { stdin: Readable.from([]), stdout, stderr })
  stdout.end()
  stderr.end()
  const [out, err] = [await text(stdout), await text(stderr)]
  const lines = out.split('\n').filter((line) => line.startsWith('{'))
  return { code, out, err, lines: lines.map((line) => JSON.parse(line)) }
}

it('shows dead letters and lets them be tried again', async () => {
  const { appUrl } = await freshPostgres()
  vi.stubEnv('NIGHTJAR_POSTGRES_URL', appUrl)
  vi.stubEnv('NIGHTJAR_REDIS_URL', '')
  const queues = createQueues({ postgresUrl: appUrl })
  onTestFinished(() => queues.close())
  const payloadId = uuidV7(Date.now())
  await queues.add(rawLogs, { payloadId }, { jobId: payloadId })
  const consumer = queues.work(
    rawLogs,
    async () => {
      throw new PoisonError('cannot be read')
    },
    { concurrency: 1 },
  )
  await expect.poll(() => queues.depth(rawLogs)).toMatchObject({ dead: 1 })
  await consumer.close()
  expect(await run('status')).toMatchObject({
    code: 0,
    lines: [
      { queue: 'raw-logs', waiting: 0, running: 0, dead: 1 },
      { queue: 'alerts', waiting: 0, running: 0, dead: 0 },
    ],
  })
  expect((await run('retry')).lines).toEqual([
    { queue: 'raw-logs', retried: 1 },
    { queue: 'alerts', retried: 0 },
  ])
  expect(await queues.depth(rawLogs)).toEqual({ waiting: 1, running: 0, dead: 0 })
})

it('explains itself, and refuses what it does not know', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('dead letters') })
  for (const args of [[], ['constructor'], ['retry', 'all'], ['--all']])
    expect(await run(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage:') })
})
