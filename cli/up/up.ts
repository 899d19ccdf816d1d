import { join } from 'node:path'
import { environmentWith, readConfig } from '#core/config'
import { startClickHouse } from '../../embedded/start-clickhouse.ts'
import { startPostgres } from '../../embedded/start-postgres.ts'
import { migrateDatabases } from '../migrate-databases.ts'
import { parseFlags } from '../parse-flags.ts'
import { untilStopped } from '../until-stopped.ts'
import type { Verb } from '../verb.ts'
import { buildConsole } from './build-console.ts'
import { readCredentials } from './credentials.ts'
import { demoPlan } from './demo-plan.ts'
import { feedDemo, unfedLogs } from './feed-demo.ts'
import { foundOrganization } from './found-organization.ts'
import { type Home, openHome } from './home.ts'
import { keepRulesFile } from './keep-rules-file.ts'
import { keepSyslogPorts } from './keep-syslog-ports.ts'
import { EMPTY_ORGANIZATION } from './organization-plan.ts'
import { createProgress, type Progress } from './progress.ts'
import { settingsOf } from './settings.ts'
import { summaryOf } from './summary.ts'
import { supervise } from './supervise.ts'

const USAGE = `Usage: nightjar up [--no-demo] [--sigma DIR]

Runs everything on this machine: embedded Postgres and ClickHouse, server, worker, console.
The first start makes an organization, people and tokens, and feeds demo logs of three
tenants through the ingest endpoint.

  --no-demo     first start: one empty tenant and an admin instead
  --sigma DIR   adds a folder of SIGMA rules, a checkout of SigmaHQ's repository say, to
                rules.yml in NIGHTJAR_HOME, where the next start finds it. Rules from level
                medium and status test on raise alerts; detections of the others are stored

NIGHTJAR_HOME moves the data; NIGHTJAR_PORT, NIGHTJAR_CONSOLE_PORT, NIGHTJAR_WORKER_PORT and
NIGHTJAR_HOST the doors.
`

const OPTIONS = { 'no-demo': { type: 'boolean' }, sigma: { type: 'string' } } as const

export const upVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, OPTIONS, USAGE, io)
  if (typeof flags === 'number') return flags
  const stop = untilStopped()
  const home = openHome(readConfig().HOME)
  const aborted = new AbortController()
  const undo: (() => Promise<void>)[] = [async () => home.release()]
  io.stdout.write(`Nightjar starts in ${home.path}\n`)
  const started = startEverything({
    home,
    demo: flags.values['no-demo'] !== true,
    sigma: flags.values.sigma,
    progress: createProgress(io.stdout),
    signal: aborted.signal,
    undo,
  })
  try {
    const summary = await Promise.race([started, stop.then(() => undefined)])
    if (summary) io.stdout.write(summary)
    await stop
    io.stdout.write('\nStopping ...\n')
    return 0
  } finally {
    aborted.abort()
    await started.catch(() => {})
    for (const step of undo.reverse()) await step()
    io.stdout.write('Stopped.\n')
  }
}

interface Start {
  home: Home
  demo: boolean
  sigma: string | undefined
  progress: Progress
  signal: AbortSignal
  /** What has been started, in order: undone from the last to the first. */
  undo: (() => Promise<void>)[]
}

/** @returns the summary for people */
async function startEverything({ home, demo, sigma, progress, signal, undo }: Start): Promise<string> {
  const config = readConfig()
  const rulesFile = await keepRulesFile({ home: home.path, chosen: config.RULES_FILE, sigma })
  const building = progress.step('Console built', () => buildConsole(join(home.logs, 'build.log'), signal))
  building.catch(() => {})
  const [postgres, clickhouse] = await progress.step('Postgres and ClickHouse started', () =>
    startEngines(home.path, undo),
  )
  const taken = new Set<number>()
  home.tell({
    POSTGRES_URL: postgres.appUrl,
    POSTGRES_OWNER_URL: postgres.ownerUrl,
    CLICKHOUSE_URL: clickhouse.url,
    CLICKHOUSE_USER: clickhouse.user,
    CLICKHOUSE_PASSWORD: clickhouse.password,
    RULES_FILE: rulesFile,
  })
  const { addresses, access } = await settingsOf(config, home.path, { postgres, clickhouse }, taken)
  signal.throwIfAborted()
  await progress.step('Databases migrated', () =>
    migrateDatabases({
      postgresOwnerUrl: postgres.ownerUrl,
      postgresUrl: postgres.appUrl,
      clickhouse: { ...clickhouse, database: config.CLICKHOUSE_DATABASE },
    }),
  )
  signal.throwIfAborted()
  const first = !readCredentials(home.credentials)?.complete
  const credentials = await foundOrganization({
    credentialsFile: home.credentials,
    postgresUrl: postgres.appUrl,
    host: config.HOST,
    plan: demo ? demoPlan() : EMPTY_ORGANIZATION,
  })
  const syslogPorts = await keepSyslogPorts(postgres.appUrl, config.HOST, taken)

  const run = (verb: string, settings: Record<string, string> = {}): Promise<string> => {
    signal.throwIfAborted()
    const env = environmentWith({ ...addresses, ...settings })
    const child = supervise(verb, env, home.logs, progress.note, signal)
    undo.push(child.stop)
    return child.ready
  }
  const withRules = rulesFile === undefined ? access : { ...access, NIGHTJAR_RULES_FILE: rulesFile }
  const [serverUrl, rules] = await progress.step('Server and worker ready', () =>
    Promise.all([run('server', withRules), run('worker', withRules)]),
  )
  const unfed = demo ? unfedLogs(credentials, new Date()) : []
  if (unfed.length > 0) {
    await progress.step('Demo logs sent, parsed and judged', () =>
      feedDemo(unfed, {
        serverUrl,
        postgresUrl: postgres.appUrl,
        redisUrl: config.REDIS_URL,
        credentialsFile: home.credentials,
        credentials,
        signal,
      }),
    )
  }
  await building
  const consoleUrl = await progress.step('Console ready', () => run('console'))
  return summaryOf({
    consoleUrl,
    serverUrl,
    host: config.HOST,
    homePath: home.path,
    credentialsFile: home.credentials,
    credentials,
    rules,
    syslogPorts,
    showPasswords: first,
  })
}

function startEngines(home: string, undo: Start['undo']) {
  const stoppable = <T extends { stop(): Promise<void> }>(engine: T): T => {
    undo.push(() => engine.stop())
    return engine
  }
  return Promise.all([startPostgres({ home }).then(stoppable), startClickHouse({ home }).then(stoppable)])
}
