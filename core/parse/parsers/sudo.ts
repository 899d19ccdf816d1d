import { startAuthEvent } from '../linux/start-auth-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

const FIELDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    TTY: 'system.auth.sudo.tty',
    PWD: 'system.auth.sudo.pwd',
    USER: 'system.auth.sudo.user',
    GROUP: 'system.auth.sudo.group',
  }),
)

/** `anna : [3 incorrect password attempts ; ]TTY=pts/0 ; PWD=/srv ; USER=root ; COMMAND=/bin/ls`. */
function parse({ text, program }: Line): Parsed | undefined {
  if (text.startsWith('pam_')) return undefined
  const fields = startAuthEvent('sudo', text)
  const colon = text.indexOf(' : ')
  if (colon < 1) return program === undefined ? undefined : { time: undefined, fields }
  fields['user.name'] = text.slice(0, colon)
  // The command comes last and may hold anything.
  const commandAt = text.indexOf('COMMAND=', colon)
  if (program === undefined && commandAt < 0) return undefined
  const head = commandAt < 0 ? text.slice(colon + 3) : text.slice(colon + 3, commandAt)
  for (const part of head.split(' ; ', 16)) {
    const equals = part.indexOf('=')
    const field = equals > 0 ? FIELDS.get(part.slice(0, equals)) : undefined
    if (field !== undefined) fields[field] = part.slice(equals + 1).trim()
    else if (equals < 0 && part.trim() !== '') fields['system.auth.sudo.error'] ??= part.trim()
  }
  const as = fields['system.auth.sudo.user']
  if (as !== undefined) fields['user.effective.name'] = as
  const folder = fields['system.auth.sudo.pwd']
  if (folder !== undefined) fields['process.working_directory'] = folder
  if (commandAt >= 0) {
    const command = text.slice(commandAt + 8).trim()
    fields['system.auth.sudo.command'] = command
    fields['process.command_line'] = command
    fields['event.action'] = 'sudo_command'
  }
  const refused = fields['system.auth.sudo.error'] !== undefined
  if (refused) fields['event.action'] = 'sudo_denied'
  if (refused || commandAt >= 0) fields['event.outcome'] = refused ? 'failure' : 'success'
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'sudo',
  reads: 'who ran what as whom and where, and refusals',
  version: 1,
  clues: [{ program: 'sudo' }],
  ownNames: true,
  parse,
  samples: [
    'anna : TTY=pts/0 ; PWD=/home/anna ; USER=root ; COMMAND=/usr/bin/less /var/log/auth.log',
    'bob : 3 incorrect password attempts ; TTY=pts/1 ; PWD=/home/bob ; USER=root ; COMMAND=/bin/sh -c a ; b',
    'mallory : user NOT in sudoers ; TTY=pts/2 ; PWD=/tmp ; USER=root ; COMMAND=/bin/cat /etc/shadow',
  ],
}
