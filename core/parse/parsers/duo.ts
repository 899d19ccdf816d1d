import type { Fields } from '../../event/event.ts'
import { text } from '../fields/field-setters.ts'
import { isObject } from '../json/flatten-json.ts'
import { parseJson } from '../json/parse-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { all, peer } from '../saas/value-setters.ts'

const constants = { 'event.kind': 'event', 'observer.vendor': 'Duo', 'observer.product': 'Duo Security' }
const times = ['timestamp', 'ts', 'isotimestamp']
const shared = { host: text('observer.hostname'), eventtype: text('cisco_duo.eventtype') }

const readAuth = createProductReader({
  prefix: 'cisco_duo.auth',
  dataset: 'cisco_duo.auth',
  constants: { ...constants, 'event.category': ['authentication'], 'event.type': ['info'] },
  times,
  map: {
    ...shared,
    event_type: text('event.action'),
    reason: text('event.reason'),
    txid: text('event.id'),
    email: all(text('user.email'), text('source.user.email')),
    'user.key': all(text('user.id'), text('source.user.id')),
    'user.name': all(text('user.name'), text('source.user.name')),
    'access_device.ip': peer('source'),
    'access_device.hostname': text('source.domain'),
    'application.name': text('service.name'),
  },
  lists: { 'user.groups': 'source.user.group.name' },
  finish(fields) {
    fields['event.outcome'] = fields['cisco_duo.auth.result'] === 'success' ? 'success' : 'failure'
    if (fields['source.ip'] !== undefined) delete fields['source.domain']
  },
})

const readActivity = createProductReader({
  prefix: 'cisco_duo.activity',
  dataset: 'cisco_duo.activity',
  constants,
  times,
  map: {
    ...shared,
    'action.name': text('event.action'),
    activity_id: text('event.id'),
    'actor.key': text('user.id'),
    'actor.name': text('user.name'),
    'target.key': text('user.target.id'),
    'target.name': text('user.target.name'),
    'access_device.ip.address': peer('source'),
    'access_device.ip': peer('source'),
  },
})

const readTelephony = createProductReader({
  prefix: 'cisco_duo.telephony',
  dataset: 'cisco_duo.telephony',
  constants: { ...constants, 'event.category': ['authentication'], 'event.type': ['info'] },
  times,
  map: {
    ...shared,
    context: text('event.reason'),
    type: text('event.action'),
    telephony_id: text('event.id'),
  },
})

/** The administrator log and that of offline access are of one shape; `description` is JSON in a string. */
const adminOf = (stream: 'admin' | 'offline_enrollment') =>
  createProductReader({
    prefix: `cisco_duo.${stream}`,
    dataset: `cisco_duo.${stream}`,
    constants,
    times,
    map: {
      ...shared,
      action: text('event.action'),
      username: text('user.name'),
      object: text('user.target.name'),
    },
    finish: (fields, json) => readDescription(fields, `cisco_duo.${stream}`, json.description),
  })
const readAdmin = adminOf('admin')
const readOffline = adminOf('offline_enrollment')

function readDescription(fields: Fields, prefix: string, description: unknown): void {
  const action = String(fields['event.action'] ?? '')
  fields['event.outcome'] = action.endsWith('_error') || action.endsWith('_failed') ? 'failure' : 'success'
  const more = typeof description === 'string' ? decode(description) : undefined
  if (more === undefined) return
  const { ip_address: ip, error, email, user_agent: agent, hostname } = more
  if (typeof ip === 'string') peer('source')(fields, ip)
  if (typeof error === 'string') fields['event.reason'] = error
  if (typeof email === 'string') fields['user.email'] = email
  if (typeof agent === 'string') fields['user_agent.original'] = agent
  if (typeof hostname === 'string') fields['host.name'] = hostname
  for (const name of ['factor', 'role', 'device', 'primary_auth_method']) {
    const value = more[name]
    if (typeof value === 'string') fields[`${prefix}.flattened.${name}`] = value
  }
}

function decode(text: string): JsonObject | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    const { value } = parseJson(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  if ('activity_id' in json) return readActivity(json, context)
  if ('access_device' in json || 'auth_device' in json) return readAuth(json, context)
  if ('credits' in json && 'context' in json) return readTelephony(json, context)
  if (typeof json.action !== 'string') return undefined
  return (json.action.startsWith('o2fa_') ? readOffline : readAdmin)(json, context)
}

export const parser: Parser = {
  name: 'duo',
  reads: 'Duo: authentications, administrators, activity, telephony, offline enrolment',
  version: 1,
  clues: [
    { json: ['access_device', 'txid'] },
    { json: ['auth_device', 'txid'] },
    { json: ['activity_id', 'actor', 'action'] },
    { json: ['credits', 'context', 'phone'] },
    { json: ['isotimestamp', 'action', 'description'] },
  ],
  parse,
  samples: [
    '{"access_device":{"ip":"192.0.2.7","browser":"Chrome"},"application":{"name":"VPN"},"email":"anna@example.org","event_type":"authentication","factor":"duo_push","reason":"user_marked_fraud","result":"fraud","timestamp":1773144000,"txid":"t1","user":{"groups":["Staff"],"key":"U7","name":"anna"}}',
    '{"action":"admin_login_error","description":"{\\"ip_address\\": \\"192.0.2.7\\", \\"error\\": \\"SAML is off\\", \\"email\\": \\"anna@example.org\\"}","isotimestamp":"2026-03-10T12:00:00+00:00","object":null,"timestamp":1773144000,"username":""}',
    '{"context":"enrollment","credits":1,"isotimestamp":"2026-03-10T12:00:00+00:00","phone":"+15550100","timestamp":1773144000,"type":"sms"}',
  ],
}
