import { startAuthEvent } from '../linux/start-auth-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

const NEW = /^New session '?([\w.-]{1,32})'? of user '?([^'\s]{1,256}?)'?(?: with class .{1,40})?\.?$/
const GONE = /^(?:Removed session|Session) ([\w.-]{1,32})(?: logged out)?\b/
const POWER: readonly (readonly [prefix: string, action: string])[] = [
  ['System is rebooting', 'host-rebooting'],
  ['System is powering down', 'host-stopping'],
  ['System is halting', 'host-stopping'],
  ['The system will ', 'shutdown-scheduled'],
  ['Power key pressed', 'power-key-pressed'],
]

/** `New session 12 of user anna.`, `Removed session 12.`, `System is rebooting.` */
function parse({ text }: Line): Parsed | undefined {
  const fields = startAuthEvent('systemd-logind', text)
  const [, session = '', user = ''] = NEW.exec(text.slice(0, 400)) ?? []
  const [, gone = ''] = session === '' ? (GONE.exec(text.slice(0, 64)) ?? []) : []
  if (session !== '') {
    fields['event.action'] = 'session-opened'
    fields['event.outcome'] = 'success'
    fields['user.name'] = user
  } else if (gone !== '') {
    fields['event.action'] = text.startsWith('Removed') ? 'session-closed' : 'session-logged-out'
    fields['event.outcome'] = 'success'
  } else {
    const power = POWER.find(([prefix]) => text.startsWith(prefix))
    if (power) fields['event.action'] = power[1]
  }
  if (session !== '' || gone !== '') fields['systemd.session'] = session || gone
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'logind',
  reads: 'sessions and shutdowns of systemd-logind and elogind',
  version: 1,
  clues: [{ program: 'systemd-logind' }, { program: 'elogind-daemon' }],
  ownNames: true,
  parse,
  samples: ['New session 12 of user anna.', 'Removed session 12.', 'System is rebooting.'],
}
