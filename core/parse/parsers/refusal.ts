import { appStampAt } from '../app/stamp.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { findPeer } from '../refusal/find-peer.ts'
import { findUser } from '../refusal/find-user.ts'
import { saysLoginFailed, saysRefused } from '../refusal/phrases.ts'
import { setPeer } from '../text/set-peer.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'

/** Longer lines say it at their beginning or are something else. */
const MAX_TEXT = 1_000

/** The time with which it begins, in brackets or not. */
function timeOf(text: string, context: ParseContext): bigint | undefined {
  const at = text.charCodeAt(0) === 0x5b ? 1 : 0
  return appStampAt(text, at, context)?.time ?? bsdTimeAt(text, at, context)?.time
}

/** Whom a program that nobody here knows turned away: the words are much the same in all of them. */
function parse({ text: whole, json }: Line, context: ParseContext): Parsed | undefined {
  const text = whole.length > MAX_TEXT ? whole.slice(0, MAX_TEXT) : whole
  // Tables are no sentences.
  if (json !== undefined || text.includes('\t')) return undefined
  const lower = text.toLowerCase()
  const login = saysLoginFailed(lower)
  if (!login && !saysRefused(lower)) return undefined
  const peer = findPeer(text)
  const named = peer ? undefined : /\bfrom ([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/.exec(text)?.[1]
  const address = peer?.address ?? named
  if (address === undefined) return undefined
  const fields = createFields()
  fields['event.dataset'] = 'app.refusal'
  fields['event.action'] = login ? 'authentication-failed' : 'access-refused'
  fields['event.outcome'] = 'failure'
  setPeer(fields, 'source', address, peer?.port)
  const user = findUser(text)
  if (user !== undefined) fields['user.name'] = user
  fields.message = whole
  return { time: timeOf(text, context), fields }
}

const PRINTABLE = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('')

/** The last to be asked. */
export const parser: Parser = {
  name: 'refusal',
  reads: 'failed log-ins and refusals in the words of any program: address and account',
  version: 1,
  clues: [{ first: PRINTABLE }],
  rank: -30,
  parse,
  samples: [
    "bad password attempt for user 'anna' from 203.0.113.9:40022",
    'LOGIN FAILED, user=anna@example.org, ip=[::ffff:203.0.113.9]',
    'Connection from 203.0.113.9 rejected by policy',
  ],
}
