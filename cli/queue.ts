import { alerts } from '#core/queues/alerts'
import { createQueues } from '#core/queues/create-queues'
import type { Queues } from '#core/queues/queues'
import { rawLogs } from '#core/queues/raw-logs'
import { readOperatorConfig } from './operator-config.ts'
import { parseFlags } from './parse-flags.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar queue status
       nightjar queue retry

Works on the queues themselves: those of the nightjar up that runs in
NIGHTJAR_HOME, or of NIGHTJAR_POSTGRES_URL and NIGHTJAR_REDIS_URL. Prints one line of JSON per queue.

status   how many jobs wait, run, and were given up (dead letters)
retry    lets dead letters be jobs again: once what broke them is mended. No row is stored twice by it

Exit codes: 0 done, 1 failed, 2 wrong use
`

const ASKS: Record<string, (queues: Queues, queue: typeof rawLogs | typeof alerts) => Promise<object>> = {
  status: (queues, queue) => queues.depth<unknown>(queue),
  retry: async (queues, queue) => ({ retried: await queues.retryDead<unknown>(queue) }),
}

export const queueVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, {}, USAGE, io)
  if (typeof flags === 'number') return flags
  const [name = '', ...rest] = flags.positionals
  const ask = Object.hasOwn(ASKS, name) && rest.length === 0 ? ASKS[name] : undefined
  if (!ask) {
    io.stderr.write(USAGE)
    return 2
  }
  const { POSTGRES_URL, REDIS_URL } = readOperatorConfig()
  const queues = createQueues({ postgresUrl: POSTGRES_URL, redisUrl: REDIS_URL })
  try {
    for (const queue of [rawLogs, alerts])
      io.stdout.write(`${JSON.stringify({ queue: queue.name, ...(await ask(queues, queue)) })}\n`)
    return 0
  } finally {
    await queues.close()
  }
}
