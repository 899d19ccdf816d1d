import { startAuthEvent } from '../linux/start-auth-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

/** `anna ran command /bin/ksh as root from /home/anna`, `failed command for bob: ls`, `failed auth for bob`. */
function parse({ text }: Line): Parsed | undefined {
  const fields = startAuthEvent('doas', text)
  const ran = text.indexOf(' ran command ')
  if (ran > 0) {
    // The folder comes last and the command may hold anything.
    const from = text.lastIndexOf(' from ')
    const as = text.lastIndexOf(' as ', from < 0 ? undefined : from)
    if (as < ran + 12) return undefined
    fields['event.action'] = 'sudo_command'
    fields['event.outcome'] = 'success'
    fields['user.name'] = text.slice(0, ran)
    fields['process.command_line'] = text.slice(ran + 13, as)
    fields['user.effective.name'] = text.slice(as + 4, from < 0 ? undefined : from)
    if (from > 0) fields['process.working_directory'] = text.slice(from + 6)
    return { time: undefined, fields }
  }
  const failed = text.startsWith('failed command for ') ? 19 : text.startsWith('failed auth for ') ? 16 : 0
  if (failed === 0) return undefined
  const colon = text.indexOf(': ', failed)
  fields['event.action'] = 'sudo_denied'
  fields['event.outcome'] = 'failure'
  fields['user.name'] = text.slice(failed, colon < 0 ? undefined : colon)
  if (colon > 0) fields['process.command_line'] = text.slice(colon + 2)
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'doas',
  reads: 'who ran what as whom and where, and refusals, of OpenBSD',
  version: 1,
  clues: [{ program: 'doas' }],
  ownNames: true,
  parse,
  samples: [
    'anna ran command /bin/ksh as root from /home/anna',
    'failed command for bob: cat /etc/master.passwd',
    'failed auth for bob',
  ],
}
