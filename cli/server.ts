import { readConfig } from '#core/config'
import { createLog } from '#core/log'
import { startServer } from '../server/main.ts'
import { parseFlags } from './parse-flags.ts'
import { untilStopped } from './until-stopped.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar server

Runs the doors (HTTP ingest, syslog) and the GraphQL API until SIGINT or SIGTERM.
Configured by NIGHTJAR_* variables: docs/configuration.md lists them. NIGHTJAR_ROLES picks
what this process does: collect, graphql or both.
`

export const serverVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, {}, USAGE, io)
  if (typeof flags === 'number') return flags
  const config = readConfig()
  const log = createLog('server', config.LOG_LEVEL)
  const server = await startServer(config, log)
  process.send?.({ ready: server.url })
  log.info({ reason: await untilStopped() }, 'stopping')
  await server.close()
  return 0
}
