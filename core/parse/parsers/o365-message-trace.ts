import type { Fields } from '../../event/event.ts'
import { setEmail } from '../cloud/set-email.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** What became of a message; still on its way is neither. */
const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ['Delivered', 'success'],
  ['Expanded', 'success'],
  ['Resolved', 'success'],
  ['Failed', 'failure'],
  ['Quarantined', 'failure'],
  ['FilteredAsSpam', 'failure'],
])

/** One end of a message: its user and domain beside the address it came from or went to. */
function setParty(fields: Fields, side: 'source' | 'destination', address: string, ip: unknown): void {
  const at = address.lastIndexOf('@')
  setEmail(fields, `${side}.user`, address)
  fields[`${side}.user.id`] = address
  setEnd(fields, side, ip)
  if (at > 0) fields[`${side}.domain`] = address.slice(at + 1)
}

function parse({ json }: Line): Parsed | undefined {
  const id = textOf(json?.MessageTraceId)
  if (json === undefined || id === undefined) return undefined
  const fields = createFields()
  flattenJson(fields, 'microsoft.online_message_trace', json)
  fields['event.module'] = 'microsoft_exchange_online_message_trace'
  fields['event.dataset'] = 'microsoft_exchange_online_message_trace.log'
  fields['email.local_id'] = id
  setText(fields, 'email.message_id', json.MessageId)
  setText(fields, 'email.subject', json.Subject)
  setText(fields, 'email.delivery_timestamp', json.Received)
  setNumber(fields, 'email.attachments.file.size', json.Size)
  setNumber(fields, 'network.bytes', json.Size)
  setText(fields, 'event.action', json.Status)
  setText(fields, 'event.start', json.StartDate)
  setText(fields, 'event.end', json.EndDate)
  setText(fields, 'organization.name', json.Organization)
  setText(fields, 'event.outcome', OUTCOMES.get(textOf(json.Status) ?? ''))
  const from = textOf(json.SenderAddress)
  const to = textOf(json.RecipientAddress)
  if (from !== undefined) {
    fields['email.from.address'] = [from]
    setParty(fields, 'source', from, json.FromIP)
  }
  if (to !== undefined) {
    fields['email.to.address'] = [to]
    setParty(fields, 'destination', to, json.ToIP)
  }
  setDirection(fields, textOf(json.Organization), from, to)
  return { time: parseAnyTime(json.Received, 0), fields }
}

/** Ours is the side in the organization's domain; its user is the event's. */
function setDirection(fields: Fields, ours: string | undefined, from?: string, to?: string): void {
  if (ours === undefined) return
  const isOurs = (address: string | undefined): boolean =>
    address?.toLowerCase().endsWith(`@${ours.toLowerCase()}`) ?? false
  const inside = isOurs(to)
  const outside = isOurs(from)
  if (inside || outside)
    fields['email.direction'] = inside && outside ? 'internal' : inside ? 'inbound' : 'outbound'
  const user = inside ? to : outside ? from : undefined
  if (user === undefined) return
  fields['user.id'] = user
  setEmail(fields, 'user', user)
}

export const parser: Parser = {
  name: 'o365-message-trace',
  reads: 'message trace of Exchange Online',
  version: 1,
  clues: [{ json: ['MessageTraceId', 'RecipientAddress'] }],
  parse,
  samples: [
    '{"Organization":"example.org","MessageId":"<m1@example.net>","Received":"2026-03-10T12:00:00.5","SenderAddress":"eve@example.net","RecipientAddress":"anna@example.org","Subject":"Invoice","Status":"Delivered","ToIP":null,"FromIP":"203.0.113.25","Size":22704,"MessageTraceId":"t1","StartDate":"2026-03-09T12:00:00Z","EndDate":"2026-03-10T12:00:00Z","Index":0}',
    '{"Organization":"example.org","MessageId":"<m2@example.org>","Received":"2026-03-10T12:00:01","SenderAddress":"anna@example.org","RecipientAddress":"ben@example.com","Subject":"Plan","Status":"Failed","ToIP":"198.51.100.25","FromIP":"192.0.2.7","Size":100,"MessageTraceId":"t2","Index":1}',
  ],
}
