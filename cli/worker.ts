import { readConfig } from '#core/config'
import { createLog } from '#core/log'
import { startWorker } from '../workers/main.ts'
import { parseFlags } from './parse-flags.ts'
import { untilStopped } from './until-stopped.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar worker

Turns payloads into events and detections, and detections into alerts, until SIGINT or SIGTERM.
Finishes the payload at hand before it stops. Run as many as there are cores.
Configured by NIGHTJAR_* variables: docs/configuration.md lists them.
`

export const workerVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, {}, USAGE, io)
  if (typeof flags === 'number') return flags
  const config = readConfig()
  const log = createLog('worker', config.LOG_LEVEL)
  const worker = await startWorker(config, log)
  process.send?.({ ready: worker.rules() })
  log.info({ reason: await untilStopped() }, 'stopping')
  await worker.close()
  return 0
}
