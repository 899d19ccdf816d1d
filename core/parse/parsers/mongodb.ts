import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const TEXT = /^(\S{19,30}) ([FEWID])\d? +([A-Z]{2,12}|-) +\[([^\]]{1,60})\] /

function start(dataset: string): Fields {
  const fields = createFields()
  fields['event.module'] = 'mongodb'
  fields['event.dataset'] = dataset
  return fields
}

/** `203.0.113.9:51012` */
function setRemote(fields: Fields, remote: string): void {
  const colon = remote.lastIndexOf(':')
  const port = wholeNumber(remote.slice(colon + 1))
  if (colon > 0 && port !== undefined) setPeer(fields, 'source', remote.slice(0, colon), port)
}

function setMessage(fields: Fields, message: string): void {
  fields.message = message
  const failed = /^(?:Authentication failed|SASL \S+ authentication failed|Failed to authenticate)/i.test(
    message,
  )
  const succeeded = /^(?:Authentication succeeded|Successfully authenticated)/.test(message)
  if (failed || succeeded) {
    fields['event.action'] = failed ? 'authentication-failed' : 'authenticated'
    fields['event.outcome'] = failed ? 'failure' : 'success'
  } else if (/^connection accepted/i.test(message)) fields['event.action'] = 'connection-accepted'
  else if (/^(?:end connection|connection ended)/i.test(message)) fields['event.action'] = 'connection-ended'
}

/** `2026-03-10T13:45:07.218+0100 I NETWORK  [initandlisten] message`, up to MongoDB 4.2. */
function parseText(text: string, context: ParseContext): Parsed | undefined {
  const head = TEXT.exec(text.slice(0, 140))
  const time = head?.[1] === undefined ? undefined : parseIsoTime(head[1], context)
  if (!head || time === undefined) return undefined
  const fields = start('mongodb.log')
  fields['log.level'] = head[2] ?? ''
  fields['mongodb.log.component'] = head[3] ?? ''
  fields['mongodb.log.context'] = head[4] ?? ''
  const message = text.slice(head[0].length)
  setMessage(fields, message)
  const remote = /\b(?:from|connection) (?:client )?([\da-fA-F.:]{7,45}:\d{1,5})\b/.exec(
    message.slice(0, 300),
  )?.[1]
  if (remote !== undefined) setRemote(fields, remote)
  const user = /\bfor (\S{1,128}) on \S{1,64} from client /.exec(message.slice(0, 300))?.[1]
  if (user !== undefined) fields['user.name'] = user
  return { time, fields }
}

function timeOf(value: unknown): bigint | undefined {
  const date = isObject(value) ? value.$date : undefined
  return typeof date === 'string' ? parseIsoTime(date, 0) : undefined
}

/** The structured log from MongoDB 4.4 on. */
function parseLog(json: JsonObject): Parsed | undefined {
  const { t, s, c, ctx, msg, id, attr } = json
  const time = timeOf(t)
  if (time === undefined || typeof s !== 'string' || typeof msg !== 'string') return undefined
  const fields = start('mongodb.log')
  if (isObject(attr)) flattenJson(fields, 'mongodb.log.attr', attr)
  fields['log.level'] = s
  if (typeof c === 'string') fields['mongodb.log.component'] = c
  if (typeof ctx === 'string') fields['mongodb.log.context'] = ctx
  if (typeof id === 'number') fields['mongodb.log.id'] = id
  setMessage(fields, msg)
  const { 'mongodb.log.attr.remote': remote, 'mongodb.log.attr.client': client } = fields
  const address = typeof remote === 'string' ? remote : client
  if (typeof address === 'string') setRemote(fields, address)
  const user = fields['mongodb.log.attr.principalName'] ?? fields['mongodb.log.attr.user']
  if (typeof user === 'string') fields['user.name'] = user
  return { time, fields }
}

/** The audit log: `atype` says what, `result` 0 that it worked. */
function parseAudit(json: JsonObject): Parsed | undefined {
  const { atype, ts, remote, users, result, local } = json
  if (typeof atype !== 'string') return undefined
  const fields = start('mongodb.audit')
  flattenJson(fields, 'mongodb.audit', json)
  fields['event.action'] = atype
  if (isObject(remote) && typeof remote.ip === 'string')
    setPeer(fields, 'source', remote.ip, wholeNumber(printScalar(remote.port)))
  if (isObject(local) && typeof local.ip === 'string')
    setPeer(fields, 'destination', local.ip, wholeNumber(printScalar(local.port)))
  const first: unknown = Array.isArray(users) ? users[0] : undefined
  if (isObject(first) && typeof first.user === 'string') fields['user.name'] = first.user
  if (typeof result === 'number') fields['event.outcome'] = result === 0 ? 'success' : 'failure'
  return { time: timeOf(ts), fields }
}

function parse({ text, json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return text.charCodeAt(10) === 0x54 ? parseText(text, context) : undefined
  return 'atype' in json ? parseAudit(json) : parseLog(json)
}

export const parser: Parser = {
  name: 'mongodb',
  reads: 'log of MongoDB, text and JSON, and its audit log',
  version: 1,
  clues: [{ first: '12', run: 4, next: '-' }, { json: ['ctx', 'msg', 's', 't'] }, { json: ['atype', 'ts'] }],
  parse,
  samples: [
    '2026-03-10T12:00:00.123+0000 I NETWORK  [listener] connection accepted from 203.0.113.9:51012 #1 (1 connection now open)',
    '{"t":{"$date":"2026-03-10T12:00:00.123+00:00"},"s":"I","c":"ACCESS","id":20249,"ctx":"conn7","msg":"Authentication failed","attr":{"mechanism":"SCRAM-SHA-256","principalName":"anna","remote":"203.0.113.9:51012"}}',
    '{"atype":"authenticate","ts":{"$date":"2026-03-10T12:00:00.123Z"},"local":{"ip":"10.0.0.5","port":27017},"remote":{"ip":"203.0.113.9","port":51012},"users":[{"user":"anna","db":"shop"}],"result":18}',
  ],
}
