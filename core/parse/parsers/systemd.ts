import type { Fields } from '../../event/event.ts'
import { startSystemEvent } from '../linux/start-system-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

/** What the manager says of its units, by first words. */
const STATES: readonly (readonly [prefix: string, action: string])[] = [
  ['Starting ', 'service-starting'],
  ['Started ', 'service-started'],
  ['Finished ', 'service-finished'],
  ['Stopping ', 'service-stopping'],
  ['Stopped ', 'service-stopped'],
  ['Reloading ', 'service-reloading'],
  ['Reloaded ', 'service-reloaded'],
  ['Failed to start ', 'service-failed'],
  ['Dependency failed for ', 'service-failed'],
  ['Mounting ', 'mount-starting'],
  ['Mounted ', 'mount-started'],
  ['Unmounted ', 'mount-stopped'],
  ['Listening on ', 'socket-opened'],
  ['Closed ', 'socket-closed'],
  ['Created slice ', 'slice-created'],
  ['Removed slice ', 'slice-removed'],
  ['Reached target ', 'target-reached'],
  ['Stopped target ', 'target-stopped'],
  ['Time has been changed', 'time-changed'],
  ['Shutting down', 'host-stopping'],
]

/** What it says about a unit by its name, after `nginx.service: `. */
const ABOUT: readonly (readonly [words: string, action: string])[] = [
  ['Failed with result ', 'service-failed'],
  ['Main process exited, ', 'service-exited'],
  ['Control process exited, ', 'service-exited'],
  ['Scheduled restart job', 'service-restarting'],
  ['Start request repeated too quickly', 'service-failed'],
  ['Deactivated successfully', 'service-stopped'],
  ['Succeeded', 'service-stopped'],
  ['Killing process ', 'service-killed'],
  ['A process of this unit has been killed by the OOM killer', 'out-of-memory'],
  ['Consumed ', 'service-accounted'],
]

const UNIT =
  /^[\w@.:\\-]{1,200}\.(?:service|socket|timer|mount|scope|slice|target|path|swap|device|automount)$/

function aboutUnit(fields: Fields, unit: string, said: string): void {
  fields['systemd.unit'] = unit
  const dot = unit.lastIndexOf('.')
  if (unit.endsWith('.service')) fields['service.name'] = unit.slice(0, dot)
  for (const [words, action] of ABOUT) {
    if (!said.startsWith(words)) continue
    fields['event.action'] = action
    const status = action === 'service-exited' ? /status=(\d{1,3})/.exec(said)?.[1] : undefined
    if (status !== undefined) fields['process.exit_code'] = Number(status)
    const result = /result '([\w-]{1,40})'/.exec(said)?.[1]
    if (result !== undefined) fields['event.reason'] = result
    return
  }
}

function parse({ text }: Line): Parsed | undefined {
  const fields = startSystemEvent('systemd', text)
  const colon = text.indexOf(': ')
  const unit = colon > 0 && colon < 200 ? text.slice(0, colon) : ''
  if (UNIT.test(unit)) {
    aboutUnit(fields, unit, text.slice(colon + 2))
    return { time: undefined, fields }
  }
  for (const [prefix, action] of STATES) {
    if (!text.startsWith(prefix)) continue
    fields['event.action'] = action
    // `Started nginx.service - A high performance web server.`
    const name = text.slice(prefix.length).split(' ', 1)[0] ?? ''
    if (UNIT.test(name)) fields['systemd.unit'] = name
    if (name.endsWith('.service')) fields['service.name'] = name.slice(0, -8)
    break
  }
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'systemd',
  reads: 'services, sockets, mounts and targets that systemd starts, stops and sees fail',
  version: 1,
  clues: [{ program: 'systemd' }],
  ownNames: true,
  parse,
  samples: [
    'Started nginx.service - A high performance web server.',
    "backup.service: Failed with result 'exit-code'.",
    'backup.service: Main process exited, code=exited, status=1/FAILURE',
    'Reached target Multi-User System.',
  ],
}
