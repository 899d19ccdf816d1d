import { createFields } from '../create-fields.ts'
import { account } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { digitsAt } from '../text/digits.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { addMessageData } from '../windows/add-message-data.ts'
import { eventFields } from '../windows/event-fields.ts'
import { setSystem } from '../windows/windows-event.ts'

const MARK = 'WinEvtLog: '

/** `AUDIT_SUCCESS(4624)`: the word and the event id. */
const KIND = /^([A-Z_]{1,20})\((\d{1,10})\)$/

const LEVELS: ReadonlyMap<string, number> = new Map([
  ['CRITICAL', 1],
  ['ERROR', 2],
  ['WARNING', 3],
  ['INFORMATION', 4],
  ['VERBOSE', 5],
])

const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['AUDIT_SUCCESS', 'Audit Success'],
  ['AUDIT_FAILURE', 'Audit Failure'],
])

const user = account('user')

/** `2026 Mar 10 12:00:00 `, in the zone of the machine. */
function readTime(text: string, context: ParseContext): bigint | undefined {
  if (digitsAt(text, 0, 4) < 0) return undefined
  const clock = text.slice(5).trim()
  return bsdTimeAt(`${clock.slice(0, -8)}${text.slice(0, 4)} ${clock.slice(-8)}`, 0, context)?.time
}

/** `WinEvtLog: channel: KIND(id): provider: user: domain: computer: text`. */
function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const mark = text.indexOf(MARK)
  const inside = program === 'winevtlog' && mark < 0
  if (!inside && (mark < 0 || mark > 32)) return undefined
  const parts = text.slice(inside ? 0 : mark + MARK.length).split(': ', 6)
  const [channel = '', kind = '', provider = '', name = '', domain = '', computer = ''] = parts
  const match = KIND.exec(kind)
  if (!match || parts.length < 6) return undefined
  const [, word = '', code = ''] = match
  const message = text.slice((inside ? 0 : mark + MARK.length) + parts.join(': ').length + 2)
  const fields = createFields()
  setSystem(fields, {
    channel,
    provider,
    code,
    computer,
    level: LEVELS.get(word),
    keywords: KEYWORDS.get(word),
  })
  if (message !== '') fields.message = message
  addMessageData(fields, eventFields(provider, code), provider, code, message)
  if (name !== '' && !name.startsWith('(no user)') && fields['user.name'] === undefined) {
    user(fields, name)
    if (domain !== '' && domain !== 'no domain') fields['user.domain'] ??= domain
  }
  return { time: inside ? undefined : readTime(text.slice(0, mark), context), fields }
}

export const parser: Parser = {
  name: 'windows-ossec',
  reads: 'Windows events as OSSEC and older Wazuh agents send them: `WinEvtLog: ...`',
  version: 1,
  clues: [{ prefix: MARK }, { program: 'winevtlog' }, { first: '2', run: 4, next: ' -' }],
  rank: -1,
  parse,
  samples: [
    '2026 Mar 10 12:00:00 WinEvtLog: Security: AUDIT_FAILURE(4625): Microsoft-Windows-Security-Auditing: (no user): no domain: dc01.example.org: An account failed to log on. Subject:  Security ID:  S-1-0-0    Account For Which Logon Failed:  Security ID:  S-1-0-0  Account Name:  anna    Network Information:  Source Network Address: 203.0.113.9',
    'WinEvtLog: System: INFORMATION(7036): Service Control Manager: (no user): no domain: ws01.example.org: The Print Spooler service entered the stopped state.',
  ],
}
