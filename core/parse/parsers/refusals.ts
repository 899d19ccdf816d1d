import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { findAttacker } from '../refusals/find-attacker.ts'
import { PHRASES, STEMS } from '../refusals/phrases.ts'
import { type LeadingTime, leadingTime } from '../time/leading-time.ts'

const MAX_HEAD = 1_500
/** Names stand behind `user`, in quotes or not; behind `for` and `as` only where no `user` is. */
const USERS = [
  /\b(?:user(?:name|id)?|account|acct)(?: (?:name|is))?[=: ]{1,3}["'`<[]{0,2}([\w.@\\$+-]{1,128})/gi,
  /\b(?:for |as |login[=:] ?)["'`<[]{0,2}([\w.@\\$+-]{1,128})/gi,
]
const NOBODY = new Set([
  ...[
    'from',
    'to',
    'the',
    'a',
    'user',
    'name',
    'on',
    'for',
    'is',
    'was',
    'has',
    'not',
    'by',
    'at',
    'in',
    'or',
  ],
  ...[
    'and',
    'attempt',
    'failed',
    'denied',
    'unknown',
    'with',
    'ip',
    'host',
    'accessing',
    'error',
    'failures',
  ],
])
/** Lines that speak of refusals but of no attempt. */
const CALM = /hypothetical|success(?:ful(?:ly)?)?\b|accepted|authentication ok\b|unban/i

/** Log-ins and requests that a server refused, in the words of programs that have no parser of their own. */
function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const head = text.slice(0, MAX_HEAD)
  if (!STEMS.test(head)) return undefined
  const phrase = PHRASES.find(([, says]) => says.test(head))
  if (!phrase || (CALM.test(head) && !/unsuccess|fail/i.test(head))) return undefined
  const attacker = findAttacker(head)
  if (!attacker) return undefined
  const stamp = program === undefined ? stampOf(text, context) : undefined
  const fields = createFields()
  fields['event.dataset'] = 'generic.refusal'
  if (program !== undefined) fields['event.provider'] = program
  fields['event.action'] = phrase[0]
  fields['event.outcome'] = 'failure'
  fields.message = stamp ? text.slice(stamp.end).replace(/^[\]: -]{1,4}/, '') : text
  const address = attacker.ip ?? attacker.domain ?? ''
  fields['source.address'] = address
  fields[attacker.ip === undefined ? 'source.domain' : 'source.ip'] = address
  if (attacker.port !== undefined && attacker.port <= 65_535) fields['source.port'] = attacker.port
  const user = phrase[0] === 'authentication-failed' ? userOf(head, address) : undefined
  if (user !== undefined) fields['user.name'] = user
  return { time: stamp?.time, fields }
}

function userOf(head: string, address: string): string | undefined {
  for (const users of USERS) {
    for (const [, name = ''] of head.matchAll(users)) {
      const user = name.replace(/[.:,]+$/, '')
      if (user !== '' && user !== address && !NOBODY.has(user.toLowerCase())) return user
    }
  }
  return undefined
}

/** A time at the start, or behind the first word, sign or quote: `t=...`, `[7] ...`, `<W>...`. */
function stampOf(text: string, context: ParseContext): LeadingTime | undefined {
  const first = leadingTime(text, context)
  if (first) return first
  for (const sign of [' ', '=', '>', '"', '- ']) {
    const at = text.slice(0, 40).indexOf(sign)
    const found = at < 0 ? undefined : leadingTime(text.slice(at + sign.length, at + 64), context)
    if (found) return { time: found.time, end: at + sign.length + found.end }
  }
  return undefined
}

export const parser: Parser = {
  name: 'refusals',
  reads: 'refused log-ins and requests of programs without a parser of their own, by the words they use',
  version: 1,
  clues: [{ first: '0123456789[<({abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ' }],
  rank: -20,
  parse,
  samples: [
    '2026-03-10 12:00:00 Failed login attempt for user anna from 203.0.113.9',
    '[10/Mar/2026 12:00:00] Relay attempt from IP address 203.0.113.9 rejected',
    'badlogin: gw.example.org [203.0.113.9] plaintext anna SASL(-13): authentication failure: checkpass failed',
  ],
}
