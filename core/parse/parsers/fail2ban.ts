import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const PROGRAMS = [
  'fail2ban',
  'fail2ban-server',
  'fail2ban.actions',
  'fail2ban.filter',
  'fail2ban.jail',
  'fail2ban.observer',
]
const HEAD =
  /^(?:(fail2ban\.[a-z]{2,20}) *)?(?:\[(\d{1,10})\]: *)?(CRITICAL|ERROR|WARNING|NOTICE|INFO|DEBUG) +(?:\[([^\]]{1,100})\] )?/
const BAN =
  /^(Restore Ban|Increase Ban|Ban|Unban|Found|Ignore) ([\da-fA-F.:]{2,45})|^([\da-fA-F.:]{2,45}) already banned/

const ACTIONS: Readonly<Record<string, string>> = {
  'Restore Ban': 'restored-ban',
  'Increase Ban': 'banned',
  Ban: 'banned',
  Unban: 'unbanned',
  Found: 'found',
  Ignore: 'ignored',
}

/** `2026-03-10 12:00:00,388 fail2ban.actions [7]: NOTICE [sshd] Ban 203.0.113.9`, with or without syslog. */
function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const mine = program !== undefined && PROGRAMS.includes(program)
  const stamped = text.charCodeAt(4) === 0x2d && text.charCodeAt(19) === 0x2c
  if (!mine && !(stamped && text.startsWith('fail2ban.', 24))) return undefined
  const rest = (stamped ? text.slice(24) : text).trimStart()
  const head = HEAD.exec(rest.slice(0, 260))
  if (!head) return undefined
  const fields = createFields()
  fields['event.module'] = 'fail2ban'
  fields['event.dataset'] = 'fail2ban.log'
  if (head[1]) fields['log.logger'] = head[1]
  if (head[2]) fields['process.pid'] = Number(head[2])
  fields['log.level'] = (head[3] ?? '').toLowerCase()
  if (head[4]) fields['fail2ban.jail'] = head[4]
  const message = rest.slice(head[0].length)
  fields.message = message
  const ban = BAN.exec(message.slice(0, 100))
  const ip = ban?.[2] ?? ban?.[3] ?? ''
  if (ban && isIp(ip)) {
    const action = ban[3] === undefined ? (ACTIONS[ban[1] ?? ''] ?? 'banned') : 'banned'
    setPeer(fields, 'source', ip)
    fields['event.action'] = action
    // Whoever is banned has attacked; a ban that comes back after a restart is no news.
    if (action === 'banned') fields['event.kind'] = 'alert'
    if (head[4]) fields['rule.name'] = head[4]
  }
  return { time: stamped ? parseIsoTime(text.slice(0, 23), context) : undefined, fields }
}

export const parser: Parser = {
  name: 'fail2ban',
  reads: 'log of fail2ban: bans, attempts found, releases',
  version: 1,
  clues: [...PROGRAMS.map((program) => ({ program })), { first: '2', run: 4, next: '-' }],
  ownNames: true,
  parse,
  samples: [
    '2026-03-10 12:00:00,388 fail2ban.actions        [7]: NOTICE  [sshd] Ban 203.0.113.9',
    '2026-03-10 12:00:00,388 fail2ban.filter         [7]: INFO    [sshd] Found 203.0.113.9 - 2026-03-10 12:00:00',
  ],
}
