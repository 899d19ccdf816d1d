import type { Fields } from '../../event/event.ts'
import { setEmail } from '../cloud/set-email.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { splitCsv } from '../text/split-csv.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const EVENT = /^[A-Z]{3,30}$/
const SMTP_EVENTS = new Set(['+', '-', '<', '>', '*'])
const ENDPOINT = /^[\da-fA-F:.[\]]{3,45}:\d{1,5}$/
const PREFIX = 'microsoft_exchange_server'

const MAX_ADDRESSES = 500

function setAddresses(fields: Fields, name: string, list: string | undefined): void {
  if (list !== undefined && list !== '') fields[name] = list.split(';', MAX_ADDRESSES)
}

/** Message tracking: where each message went, step by step. */
function readTracking(fields: Fields, columns: readonly string[]): void {
  const [, client, clientName, server, serverName, context, connector, source, event] = columns
  fields['event.dataset'] = `${PREFIX}.messagetracking`
  setText(fields, 'client.ip', client)
  setText(fields, 'client.domain', clientName)
  setText(fields, 'server.ip', server)
  setText(fields, 'server.domain', serverName)
  setText(fields, 'event.reason', context)
  setText(fields, `${PREFIX}.connector_id`, connector)
  setText(fields, `${PREFIX}.source`, source)
  setText(fields, 'event.action', event)
  setText(fields, 'email.message_id', columns[10])
  setText(fields, 'email.local_id', columns[11])
  setAddresses(fields, 'email.to.address', columns[12])
  setNumber(fields, 'network.bytes', columns[14])
  setText(fields, 'email.subject', columns[18])
  setAddresses(fields, 'email.sender.address', columns[19])
  setAddresses(fields, 'email.from.address', columns[20])
  setText(fields, 'email.direction', columns[22])
  setText(fields, `${PREFIX}.custom_data`, columns[26])
  if (event === 'FAIL' || event === 'BADMAIL' || event === 'POISONMESSAGE')
    fields['event.outcome'] = 'failure'
  else if (event === 'DELIVER' || event === 'SEND' || event === 'RECEIVE') fields['event.outcome'] = 'success'
}

/** Protocol logs of SMTP: what was said, and by which end. */
function readSmtp(fields: Fields, columns: readonly string[]): void {
  const [, connector, session, , local, remote, event, data, context] = columns
  const inbound = event === '<'
  fields['event.dataset'] = `${PREFIX}.smtp`
  fields['network.protocol'] = 'smtp'
  setText(fields, `${PREFIX}.connector_id`, connector)
  setText(fields, `${PREFIX}.session_id`, session)
  setText(fields, `${PREFIX}.event`, event)
  setEnd(fields, 'server', local)
  setEnd(fields, 'client', remote)
  setText(fields, 'event.reason', context)
  setText(fields, inbound ? `${PREFIX}.command` : `${PREFIX}.response`, data)
}

/** IMAP and POP: who asked for what. */
function readMailbox(fields: Fields, columns: readonly string[]): void {
  const [, session, , server, client, user, , , , command, parameters, context] = columns
  fields['event.dataset'] = `${PREFIX}.imap4_pop3`
  setText(fields, `${PREFIX}.session_id`, session)
  setEnd(fields, 'destination', server)
  setEnd(fields, 'source', client)
  if (user !== undefined && user !== '') setEmail(fields, 'user', user)
  setText(fields, 'event.action', command)
  setText(fields, `${PREFIX}.parameters`, parameters)
  setText(fields, 'event.reason', context)
  if (context?.includes('R=OK')) fields['event.outcome'] = 'success'
  else if (context?.includes('R=NO') || context?.includes('R="-ERR') || context?.includes('-ERR'))
    fields['event.outcome'] = 'failure'
}

function readerOf(
  columns: readonly string[],
): ((fields: Fields, columns: readonly string[]) => void) | undefined {
  if (
    columns.length >= 26 &&
    columns.length <= 40 &&
    EVENT.test(columns[7] ?? '') &&
    EVENT.test(columns[8] ?? '')
  )
    return readTracking
  if (columns.length === 9 && SMTP_EVENTS.has(columns[6] ?? '')) return readSmtp
  if (
    columns.length >= 12 &&
    columns.length <= 14 &&
    ENDPOINT.test(columns[3] ?? '') &&
    ENDPOINT.test(columns[4] ?? '')
  )
    return readMailbox
  return undefined
}

function parse({ text }: Line): Parsed | undefined {
  if (text.charCodeAt(24) !== 0x2c || text.charCodeAt(23) !== 0x5a) return undefined
  const columns = splitCsv(text)
  const reader = readerOf(columns)
  const time = reader && parseIsoTime(columns[0] ?? '', 0)
  if (reader === undefined || time === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = PREFIX
  fields.message = text
  reader(fields, columns)
  return { time, fields }
}

export const parser: Parser = {
  name: 'exchange-server',
  reads: 'Exchange Server: message tracking, SMTP protocol logs, IMAP and POP',
  version: 1,
  clues: [{ first: '2', run: 4, next: '-' }],
  parse,
  samples: [
    '2026-03-10T12:00:00.843Z,192.0.2.7,mx.example.net,10.0.0.25,mail01,08DC;2026-03-10T12:00:00.1Z;0,mail01\\Default,SMTP,RECEIVE,7091,<m1@example.net>,2fd37dca,anna@example.org;ben@example.org,,15054,2,,,"Plan, again",eve@example.net,eve@example.net,0cA: ,Incoming,,192.0.2.7,10.0.0.25,S:DeliveryPriority=Normal,Email,dc69df25,15.02.0417.011',
    '2026-03-10T12:00:00.031Z,MAIL01\\Default Frontend MAIL01,08DC2EA7402C11F7,2,10.0.0.25:25,192.0.2.7:53228,<,EHLO mx.example.net,',
    '2026-03-10T12:00:00.847Z,00000000000ABC12,2,10.0.0.25:143,192.0.2.7:65468,anna,118,31,34,authenticate,PLAIN,"R=OK;LiveIdAR=OK",',
  ],
}
