import type { Fields } from '../../event/event.ts'
import { number, text } from '../fields/field-setters.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { all, onlyIp, url } from '../saas/value-setters.ts'

const read = createProductReader({
  prefix: 'okta',
  dataset: 'okta.system',
  constants: { 'event.kind': 'event', 'observer.vendor': 'Okta', 'observer.product': 'Okta' },
  times: ['published'],
  map: {
    uuid: text('event.id'),
    eventType: text('event.action'),
    displayMessage: all(text('message')),
    'outcome.reason': text('event.reason'),
    severity: (fields, value) => {
      fields['log.level'] = String(value).toLowerCase()
    },
    'actor.id': all(text('user.id'), text('client.user.id'), text('source.user.id')),
    'actor.displayName': all(
      text('user.full_name'),
      text('client.user.full_name'),
      text('source.user.full_name'),
    ),
    'client.ipAddress': all(onlyIp('client.ip'), onlyIp('source.ip'), text('source.address')),
    'client.userAgent.rawUserAgent': text('user_agent.original'),
    'securityContext.domain': all(text('client.domain'), text('source.domain')),
    'securityContext.asNumber': number('source.as.number'),
    'securityContext.asOrg': text('source.as.organization.name'),
    'debugContext.debugData.url': url,
    'debugContext.debugData.requestUri': text('url.path'),
    'transaction.id': text('transaction.id'),
  },
  finish,
})

const OUTCOMES: Readonly<Record<string, string>> = {
  SUCCESS: 'success',
  ALLOW: 'success',
  FAILURE: 'failure',
  DENY: 'failure',
}

function finish(fields: Fields, json: JsonObject): void {
  const result = fields['okta.outcome.result']
  if (result !== undefined) fields['event.outcome'] = OUTCOMES[String(result)] ?? 'unknown'
  if (fields['event.reason'] === undefined && fields.message !== undefined) {
    fields['event.reason'] = fields.message
  }
  setLogin(fields, ['user', 'client.user', 'source.user'], fields['okta.actor.alternateId'])
  if (!Array.isArray(json.target)) return
  for (const target of json.target.slice(0, 50)) {
    if (typeof target !== 'object' || target === null) continue
    const { type, id, displayName, alternateId } = target
    if (type === 'User' || type === 'AppUser') setTarget(fields, 'user.target', id, displayName, alternateId)
    else if (type === 'UserGroup') setTarget(fields, 'user.target.group', id, displayName, undefined)
  }
}

/** Logins of Okta are mail addresses most of the time. */
function setLogin(fields: Fields, prefixes: readonly string[], login: unknown): void {
  if (typeof login !== 'string' || login === '' || login === 'unknown') return
  const at = login.indexOf('@')
  for (const prefix of prefixes) {
    fields[`${prefix}.name`] ??= at > 0 ? login.slice(0, at) : login
    if (at > 0) fields[`${prefix}.email`] ??= login
  }
}

function setTarget(fields: Fields, prefix: string, id: unknown, name: unknown, login: unknown): void {
  if (typeof id !== 'string' || fields[`${prefix}.id`] !== undefined) return
  fields[`${prefix}.id`] = id
  const isGroup = prefix.endsWith('group')
  if (typeof name === 'string') fields[isGroup ? `${prefix}.name` : `${prefix}.full_name`] = name
  if (!isGroup) setLogin(fields, [prefix], login)
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || typeof json.eventType !== 'string' || typeof json.published !== 'string')
    return undefined
  return read(json, context)
}

export const parser: Parser = {
  name: 'okta',
  reads: 'system log of Okta',
  version: 1,
  clues: [{ json: ['legacyEventType', 'published'] }, { json: ['displayMessage', 'eventType', 'published'] }],
  parse,
  samples: [
    '{"actor":{"id":"u7","type":"User","alternateId":"anna@example.org","displayName":"Anna"},"client":{"ipAddress":"192.0.2.7","userAgent":{"rawUserAgent":"curl/8"}},"displayMessage":"User login to Okta","eventType":"user.session.start","outcome":{"result":"FAILURE","reason":"INVALID_CREDENTIALS"},"published":"2026-03-10T12:00:00.125Z","severity":"WARN","uuid":"e1","target":null}',
    '{"actor":{"id":"u7","type":"User","alternateId":"anna@example.org","displayName":"Anna"},"displayMessage":"Add user to group membership","eventType":"group.user_membership.add","legacyEventType":"core.user_group_member.user_add","outcome":{"result":"SUCCESS"},"published":"2026-03-10T12:00:00Z","severity":"INFO","target":[{"id":"u8","type":"User","alternateId":"bert@example.org","displayName":"Bert"},{"id":"g7","type":"UserGroup","displayName":"Admins"}],"uuid":"e2"}',
  ],
}
