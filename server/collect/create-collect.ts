import type { FastifyPluginAsync } from 'fastify'
import type { Registry } from 'prom-client'
import type { Config } from '#core/config'
import type { Log } from '#core/log'
import type { Queues } from '#core/queues/queues'
import type { Signals } from '#core/signals/signals'
import { type Retention, retentionClassOf } from '#core/store/retention'
import { createCollectMetrics } from './create-collect-metrics.ts'
import { createGather } from './create-gather.ts'
import { createHttpDoor } from './create-http-door.ts'
import { createSealer } from './create-sealer.ts'
import { createTokenCache } from './create-token-cache.ts'
import type { Described, IngestGrant, SyslogSource } from './ingest-source.ts'
import { createSyslogDoors, type SyslogPort } from './syslog/create-syslog-doors.ts'

/** Signals may be missed: what they would have told is looked up this often. */
const SYNC_MS = 60_000

interface CollectOptions {
  config: Pick<Config, 'HOST' | 'MAX_BODY_BYTES' | 'GATHER_MS' | keyof Retention>
  queues: Queues
  signals: Signals
  /** @returns undefined for a secret that opens nothing. @throws UnavailableError */
  resolveToken: (secret: string) => Promise<Described<IngestGrant> | undefined>
  listSyslogSources: () => Promise<readonly Described<SyslogSource>[]>
  registry: Registry
  log: Log
}

export interface Collect {
  /** The HTTP door. */
  plugin: FastifyPluginAsync
  /** Opens the syslog doors, and from now on those that are added. @returns one entry per source with a port */
  startSyslog(): Promise<SyslogPort[]>
  /** Closes the doors, then seals and queues what was taken. Close the HTTP server before. */
  close(): Promise<void>
}

/** All doors for logs; docs/ingest.md is their contract. */
export function createCollect(options: CollectOptions): Collect {
  const { config, queues, signals, registry, log } = options
  const metrics = createCollectMetrics(registry)
  const sealer = createSealer(queues, log)
  // Apart: a payload that syslog insists on must hold nothing whose shipper was told to send it again.
  const gather = createGather(sealer.seal, config.GATHER_MS)
  const syslogGather = createGather(sealer.insist, config.GATHER_MS)
  const classOf = ({ retentionDays }: { retentionDays: number | undefined }) =>
    retentionClassOf(retentionDays, config)
  const tokens = createTokenCache(async (secret) => {
    const grant = await options.resolveToken(secret)
    return grant && { ...grant, retentionClass: classOf(grant) }
  })
  const syslog = createSyslogDoors({ host: config.HOST, gather: syslogGather, metrics, log })
  const stops = [
    signals.subscribe('tokenRevoked', tokens.forget),
    signals.subscribe('sourcesChanged', tokens.forget),
  ]

  let syncing: Promise<unknown> = Promise.resolve()
  let reported = new Map<string, string | undefined>()

  function sync(): Promise<SyslogPort[]> {
    const done = syncing.then(async () => {
      const sources = await options.listSyslogSources()
      return syslog.sync(sources.map((source) => ({ ...source, retentionClass: classOf(source) })))
    })
    syncing = done.then(report, (error: unknown) => log.warn({ err: error }, 'syslog sources not read'))
    return done
  }

  /** Says of every port that it cannot be opened, once. */
  function report(ports: readonly SyslogPort[]): void {
    for (const { sourceId, port, error } of ports)
      if (error && reported.get(sourceId) !== error) log.error({ sourceId, port }, error)
    reported = new Map(ports.map(({ sourceId, error }) => [sourceId, error]))
  }

  return {
    plugin: createHttpDoor({ maxBodyBytes: config.MAX_BODY_BYTES, tokens, gather, metrics }),
    startSyslog() {
      const again = () => void sync().catch(() => undefined)
      const timer = setInterval(again, SYNC_MS)
      stops.push(() => clearInterval(timer))
      stops.push(signals.subscribe('sourcesChanged', again))
      return sync()
    },
    async close() {
      for (const stop of stops) stop()
      await syncing
      await syslog.close()
      await gather.flush()
      await sealer.close()
    },
  }
}
