import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'

const HEAD =
  /^(?:(\d{1,10}):([XCSM]) |\[(\d{1,10})\] )?(\d{1,2}) ([A-Z][a-z]{2})(?: (\d{4}))? (\d\d:\d\d:\d\d)(\.\d{3})? ([.\-*#]) /
const SIGNAL = /^(\d{1,10}):signal-handler \((\d{10})\) /
const ROLES: Readonly<Record<string, string>> = { X: 'sentinel', C: 'child', S: 'slave', M: 'master' }
const LEVELS: Readonly<Record<string, string>> = {
  '.': 'debug',
  '-': 'verbose',
  '*': 'notice',
  '#': 'warning',
}

/** `7:M`, `7:signal`, `[7]` or `10 Mar`: seen without a regular expression. */
function mayBegin(text: string): boolean {
  if (text.charCodeAt(0) === 0x5b) return text.slice(2, 13).includes('] ')
  const space = text.slice(0, 3).indexOf(' ')
  if (space > 0) return /[A-Z]/.test(text[space + 1] ?? '')
  const colon = text.slice(0, 12).indexOf(':')
  return colon > 0 && 'XCSMs'.includes(text[colon + 1] ?? ' ')
}

/** `4961:M 10 Mar 2026 12:00:00.123 * message`; before version 3 `[4961] 10 Mar 12:00:00 * message`. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  if (!mayBegin(text)) return undefined
  const signal = SIGNAL.exec(text.slice(0, 48))
  const head = signal ? null : HEAD.exec(text.slice(0, 64))
  if (!signal && !head) return undefined
  const fields = createFields()
  fields['event.module'] = 'redis'
  fields['event.dataset'] = 'redis.log'
  if (signal) {
    fields['process.pid'] = Number(signal[1])
    fields.message = text.slice(signal[0].length)
    return { time: parseEpochTime(Number(signal[2])), fields }
  }
  const [
    whole = '',
    pid,
    role = '',
    oldPid,
    day = '',
    month = '',
    year,
    clock = '',
    fraction = '',
    sign = '',
  ] = head ?? []
  const stamp = `${month} ${day} ${year === undefined ? '' : `${year} `}${clock}${fraction}`
  const process = pid ?? oldPid
  if (process !== undefined) fields['process.pid'] = Number(process)
  const known = ROLES[role]
  if (known !== undefined) fields['redis.log.role'] = known
  fields['log.level'] = LEVELS[sign] ?? 'notice'
  const message = text.slice(whole.length)
  fields.message = message
  if (message.startsWith('Possible SECURITY ATTACK detected')) {
    fields['event.kind'] = 'alert'
    fields['event.outcome'] = 'failure'
    fields['event.action'] = 'possible-attack'
  }
  return { time: bsdTimeAt(stamp, 0, context)?.time, fields }
}

export const parser: Parser = {
  name: 'redis',
  reads: 'log of Redis and Valkey, all versions',
  version: 1,
  clues: [{ first: '0123456789[', next: ': [' }],
  ownNames: true,
  parse,
  samples: [
    '4961:M 10 Mar 2026 12:00:00.123 * Ready to accept connections',
    '[2932] 10 Mar 12:00:00 - 0 clients connected (0 slaves), 1179968 bytes in use',
    '5092:signal-handler (1773144000) Received SIGINT scheduling shutdown...',
  ],
}
