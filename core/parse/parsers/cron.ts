import { startAuthEvent } from '../linux/start-auth-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

/** `(root) CMD (test -x /usr/sbin/anacron)`, `(bob) REPLACE (bob)`: user, verb, what. */
function parse({ text }: Line): Parsed | undefined {
  const close = text.startsWith('(') ? text.indexOf(') ') : -1
  const open = close < 0 ? -1 : text.indexOf(' (', close + 2)
  if (open < 0 || !text.endsWith(')')) return undefined
  const fields = startAuthEvent('cron', text)
  fields['event.dataset'] = 'system.syslog'
  fields['user.name'] = text.slice(1, close)
  const verb = text.slice(close + 2, open)
  const what = text.slice(open + 2, -1)
  if (verb === 'CMD') {
    fields['event.action'] = 'cron_command'
    fields['process.command_line'] = what
  } else if (verb === 'REPLACE' || verb === 'DELETE') {
    fields['event.action'] = 'crontab_changed'
    fields['user.target.name'] = what
  }
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'cron',
  reads: 'commands and changed tables',
  version: 1,
  clues: ['cron', 'crond', 'crontab', 'anacron'].map((program) => ({ program })),
  ownNames: true,
  parse,
  samples: ['(root) CMD (test -x /usr/sbin/anacron || run-parts /etc/cron.daily)', '(bob) REPLACE (bob)'],
}
