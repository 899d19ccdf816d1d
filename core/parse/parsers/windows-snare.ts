import { createFields } from '../create-fields.ts'
import { account } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { addMessageData } from '../windows/add-message-data.ts'
import { eventFields } from '../windows/event-fields.ts'
import { setSystem } from '../windows/windows-event.ts'

const MARK = 'MSWinEventLog'
const MAX_COLUMNS = 20

const LEVELS: ReadonlyMap<string, number> = new Map([
  ['information', 4],
  ['warning', 3],
  ['error', 2],
  ['critical', 1],
  ['verbose', 5],
])

const user = account('user')

/** `Tue Mar 10 12:00:00 2026`, in the zone of the machine. */
function readTime(text: string, context: ParseContext): bigint | undefined {
  const year = text.slice(-4)
  const clock = text.slice(4, -5)
  return bsdTimeAt(`${clock.slice(0, -8)}${year} ${clock.slice(-8)}`, 0, context)?.time
}

/** At the beginning, or behind the name of the machine. */
function isSnare(text: string): boolean {
  if (text.startsWith(MARK)) return true
  const tab = text.indexOf('\t')
  return tab > 0 && tab < 256 && text.startsWith(MARK, tab + 1)
}

/** Columns between tabs, which relays write as `#011`; the text's lines and tabs have become blanks. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  if (!isSnare(text)) return undefined
  const rest = text.slice(text.indexOf(MARK) + MARK.length + 1)
  const columns = text.includes('\t')
    ? rest.split('\t', MAX_COLUMNS)
    : text.split('#011', MAX_COLUMNS).slice(1)
  const [, channel = '', record, when = '', code = '', provider = '', who = '', , audit, computer = ''] =
    columns
  const [, , , , , , , , , , category, , message] = columns
  if (!/^\d{1,6}$/.test(code) || channel === '') return undefined
  const fields = createFields()
  const system = {
    provider,
    code,
    channel,
    computer,
    level: LEVELS.get((audit ?? '').toLowerCase()),
    keywords: (audit ?? '').replace(/^(Success|Failure) Audit$/, 'Audit $1'),
  }
  setSystem(fields, system)
  if (record !== undefined && record !== '') fields['winlog.record_id'] = record
  if (category !== undefined && category !== '' && category !== 'None') fields['winlog.task'] = category
  if (message !== undefined && message !== '') {
    fields.message = message.trim()
    addMessageData(fields, eventFields(provider, code), provider, code, message)
  }
  if (who !== '' && who !== 'N/A' && who !== 'Unknown User' && fields['user.name'] === undefined)
    user(fields, who)
  return { time: readTime(when, context), fields }
}

export const parser: Parser = {
  name: 'windows-snare',
  reads: 'Windows events as Snare and its kin send them: columns between tabs, the data in the text',
  version: 1,
  clues: [
    { prefix: MARK },
    { first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', next: '\t.-_' },
  ],
  rank: -1,
  parse,
  samples: [
    'MSWinEventLog\t1\tSecurity\t71\tTue Mar 10 12:00:00 2026\t4624\tMicrosoft-Windows-Security-Auditing\tEXAMPLE\\anna\tN/A\tSuccess Audit\tdc01.example.org\tLogon\t\tAn account was successfully logged on.    Subject:   Security ID:  S-1-5-18   Account Name:  DC01$    Logon Type:   3    New Logon:   Security ID:  S-1-5-21-1   Account Name:  anna   Account Domain:  EXAMPLE    Network Information:   Workstation Name:  WS01   Source Network Address: 203.0.113.9   Source Port:  51012\t71',
    'MSWinEventLog#0111#011System#01172#011Tue Mar 10 12:00:00 2026#0117036#011Service Control Manager#011N/A#011N/A#011Information#011ws01.example.org#011None#011#011The Print Spooler service entered the stopped state.#0119',
  ],
}
