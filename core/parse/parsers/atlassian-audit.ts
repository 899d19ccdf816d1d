import type { Fields } from '../../event/event.ts'
import { text } from '../fields/field-setters.ts'
import { isObject } from '../json/flatten-json.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { all, peer } from '../saas/value-setters.ts'
import { toNanos } from '../time/to-nanos.ts'

type Program = 'bitbucket' | 'confluence' | 'jira'

const readerOf = (program: Program) =>
  createProductReader({
    prefix: `${program}.audit`,
    dataset: `atlassian_${program}.audit`,
    constants: { 'event.kind': 'event', 'observer.vendor': 'Atlassian', 'observer.product': program },
    times: ['timestamp', 'creationDate', 'created'],
    map: {
      'type.actionI18nKey': text('event.action'),
      summary: all(text('event.action'), text('message')),
      'type.action': all(text('event.action'), text('message')),
      source: peer('source'),
      remoteAddress: peer('source'),
      system: text('service.address'),
      node: text('service.node.name'),
      id: text('event.id'),
      'author.id': text('user.id'),
      'author.accountId': text('user.id'),
      authorAccountId: text('user.id'),
      authorKey: text('user.id'),
    },
    finish: (fields, json) => setPeople(fields, program, json),
  })

const readers = {
  bitbucket: readerOf('bitbucket'),
  confluence: readerOf('confluence'),
  jira: readerOf('jira'),
}

/** Confluence calls people by their full name; the login is in the address of their page. */
function setPeople(fields: Fields, program: Program, json: JsonObject): void {
  const { author } = json
  if (isObject(author)) setPerson(fields, 'user', program, author)
  const action = String(fields['event.action'] ?? '').toLowerCase()
  if (/permission|group.*(?:created|deleted)$/.test(action) && !action.includes('membership')) {
    const group = objectsOf(json).find((one) => one.type === 'GROUP' || one.type === 'Group')
    if (!action.includes('permission')) setIdAndName(fields, 'group', group ?? firstNamed(json, action))
    return
  }
  for (const one of objectsOf(json)) {
    const kind = printScalar(one.type ?? one.objectType ?? one.typeName).toLowerCase()
    if (kind === 'user' && !action.includes('token')) setPerson(fields, 'user.target', program, one)
    else if (kind === 'group') setIdAndName(fields, 'user.target.group', one)
  }
}

/** Clouds name the group as the object without a type. */
function firstNamed(json: JsonObject, action: string): JsonObject | undefined {
  const object = json.affectedObject ?? json.objectItem
  return action.startsWith('group') && isObject(object) ? object : undefined
}

function objectsOf(json: JsonObject): JsonObject[] {
  const lists = [json.affectedObjects, json.associatedObjects, json.associatedItems].filter(Array.isArray)
  return [json.affectedObject, json.objectItem, ...lists.flat()].filter(isObject).slice(0, 50)
}

function setPerson(fields: Fields, prefix: string, program: Program, person: JsonObject): void {
  const { id, name, uri, displayName } = person
  const login = typeof uri === 'string' ? loginIn(uri) : undefined
  const full = typeof displayName === 'string' ? displayName : name
  if (typeof id === 'string' && id !== '') fields[`${prefix}.id`] ??= id
  if (typeof full !== 'string') return
  if (program !== 'confluence' || prefix !== 'user') fields[`${prefix}.name`] ??= login ?? full
  else if (login !== undefined) fields[`${prefix}.name`] ??= login
  if (program === 'confluence') fields[`${prefix}.full_name`] ??= full
}

function loginIn(uri: string): string | undefined {
  const at = uri.indexOf('username=')
  return at < 0 ? undefined : uri.slice(at + 9).split('&', 1)[0]
}

function setIdAndName(fields: Fields, prefix: string, object: JsonObject | undefined): void {
  if (object === undefined) return
  const { id, name } = object
  const known = typeof id === 'string' && id !== '' ? id : name
  if (typeof known === 'string') fields[`${prefix}.id`] ??= known
  if (typeof name === 'string') fields[`${prefix}.name`] ??= name
}

function programOf(json: JsonObject, type: JsonObject | undefined): Program | undefined {
  const action = printScalar(type?.actionI18nKey)
  if (action.startsWith('bitbucket.')) return 'bitbucket'
  if (action.startsWith('jira.')) return 'jira'
  if (action.startsWith('audit.logging.')) return 'confluence'
  if ('creationDate' in json && 'affectedObject' in json) return 'confluence'
  if ('objectItem' in json || 'authorAccountId' in json || 'authorKey' in json) return 'jira'
  const kind = isObject(json.author) ? json.author.type : undefined
  if (kind === 'ApplicationUser') return 'jira'
  if (kind === 'NORMAL' || kind === 'SERVICE') return 'bitbucket'
  const address = printScalar(json.system)
  if (address.includes('jira')) return 'jira'
  if (address.includes('bitbucket') || 'node' in json) return 'bitbucket'
  return type === undefined ? undefined : 'confluence'
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const type = isObject(json.auditType) ? json.auditType : isObject(json.type) ? json.type : undefined
  const program = programOf(json, type)
  if (program === undefined) return undefined
  const { timestamp } = json
  // Files say when in two numbers, and call the type otherwise than the API does.
  const parsed = readers[program](
    type === undefined ? json : { ...json, type, auditType: undefined },
    context,
  )
  return { ...parsed, time: isObject(timestamp) ? timeOf(timestamp) : parsed.time }
}

function timeOf({ epochSecond, nano }: JsonObject): bigint | undefined {
  if (!Number.isSafeInteger(epochSecond)) return undefined
  return toNanos(Number(epochSecond) * 1000, Number.isSafeInteger(nano) ? Number(nano) : 0)
}

export const parser: Parser = {
  name: 'atlassian-audit',
  reads: 'audit logs of Bitbucket, Confluence and Jira: files, REST, cloud',
  version: 1,
  clues: [
    { json: ['auditType', 'author'] },
    { json: ['affectedObjects', 'author', 'type'] },
    { json: ['associatedObjects', 'author', 'summary'] },
    { json: ['authorAccountId', 'summary'] },
    { json: ['objectItem', 'summary'] },
    { json: ['remoteAddress', 'summary', 'created'] },
  ],
  parse,
  samples: [
    '{"timestamp":"2026-03-10T12:00:00.125Z","author":{"name":"anna","type":"NORMAL","id":"2"},"type":{"category":"Users and groups","actionI18nKey":"bitbucket.service.user.audit.action.groupmembershipscreated.user","action":"User added to user group"},"affectedObjects":[{"name":"admins","type":"GROUP","id":"admins"},{"name":"bert","type":"USER","id":"3"}],"source":"192.0.2.7","system":"https://git.example.org","method":"Browser"}',
    '{"auditType":{"action":"User login failed","actionI18nKey":"jira.auditing.user.login.failed","area":"SECURITY"},"author":{"id":"-2","name":"Anonymous","type":"user"},"affectedObjects":[],"source":"192.0.2.7","timestamp":{"epochSecond":1773144000,"nano":125000000},"version":"1.0"}',
    '{"author":{"type":"user","displayName":"Anna","accountId":"a7"},"remoteAddress":"192.0.2.7","creationDate":1773144000125,"summary":"User added to group","category":"Users and groups","affectedObject":{"name":"admins","objectType":"Group"},"associatedObjects":[{"name":"Bert","objectType":"User"}]}',
  ],
}
