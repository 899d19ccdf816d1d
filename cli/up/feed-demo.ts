import { setTimeout as sleep } from 'node:timers/promises'
import { alerts } from '#core/queues/alerts'
import { createQueues } from '#core/queues/create-queues'
import { rawLogs } from '#core/queues/raw-logs'
import { type DemoLog, renderDemoLogs } from '../demo/render-demo-logs.ts'
import { sendLines } from '../send-lines.ts'
import { type Credentials, keepCredentials } from './credentials.ts'

interface Feed {
  serverUrl: string
  postgresUrl: string
  redisUrl: string | undefined
  credentialsFile: string
  credentials: Credentials
  signal: AbortSignal
}

const PATIENCE_MS = 120_000

/** Demo logs that were never sent: a start may have ended before they were. */
export function unfedLogs({ ingestTokens, fed }: Credentials, now: Date): (DemoLog & { token: string })[] {
  return renderDemoLogs(now).flatMap((log) => {
    const token = ingestTokens[keyOf(log)]
    return token === undefined || fed.includes(keyOf(log)) ? [] : [{ ...log, token }]
  })
}

/** Sends demo logs through the ingest endpoint, as any shipper would, and waits until they are events and alerts. */
export async function feedDemo(logs: ReturnType<typeof unfedLogs>, feed: Feed): Promise<void> {
  const { credentials, credentialsFile, serverUrl, signal } = feed
  for (const log of logs) {
    signal.throwIfAborted()
    await sendLines({ url: serverUrl, token: log.token, lines: log.lines })
    credentials.fed.push(keyOf(log))
    keepCredentials(credentialsFile, credentials)
  }
  await untilDrained(feed)
}

function keyOf({ tenant, source }: DemoLog): string {
  return `${tenant}/${source}`
}

async function untilDrained({ postgresUrl, redisUrl, signal }: Feed): Promise<void> {
  const queues = createQueues({ postgresUrl, redisUrl })
  const deadline = Date.now() + PATIENCE_MS
  try {
    while (Date.now() < deadline) {
      signal.throwIfAborted()
      const depths = await Promise.all([queues.depth(rawLogs), queues.depth(alerts)])
      if (depths.every(({ waiting, running }) => waiting + running === 0)) return
      await sleep(200)
    }
    throw new Error('The demo logs were sent but not judged in time: see worker.log')
  } finally {
    await queues.close()
  }
}
