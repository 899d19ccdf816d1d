import { readConfig } from '#core/config'
import { createLog } from '#core/log'
import { startConsole } from '../web/main.ts'
import { parseFlags } from './parse-flags.ts'
import { untilStopped } from './until-stopped.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar console

Serves the web console, built before by npm run build, until SIGINT or SIGTERM. Listens on
NIGHTJAR_HOST and NIGHTJAR_CONSOLE_PORT and talks to the server at NIGHTJAR_SERVER_URL.
`

export const consoleVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, {}, USAGE, io)
  if (typeof flags === 'number') return flags
  const config = readConfig()
  const log = createLog('console', config.LOG_LEVEL)
  const console = await startConsole({
    host: config.HOST,
    port: config.CONSOLE_PORT,
    serverUrl: config.SERVER_URL,
  })
  process.send?.({ ready: console.url })
  log.info({ reason: await untilStopped() }, 'stopping')
  await console.close()
  return 0
}
