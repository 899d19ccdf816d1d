import type { Fields } from '../../event/event.ts'
import { text } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { typeOfAction } from '../saas/type-of-action.ts'
import { instant, peer } from '../saas/value-setters.ts'

const constants = {
  'event.kind': 'event',
  'cloud.provider': 'cloudflare',
  'observer.vendor': 'Cloudflare',
  'observer.type': 'proxy',
}

/** The API writes `action.type`, Logpush `ActionType`. */
const readApi = createProductReader({
  prefix: 'cloudflare.audit',
  dataset: 'cloudflare.audit',
  constants,
  times: ['when'],
  map: {
    'action.type': text('event.action'),
    id: text('event.id'),
    interface: text('event.provider'),
    'actor.ip': bareIp,
    'actor.id': text('user.id'),
    'actor.email': text('user.email'),
    'owner.id': text('cloud.account.id'),
    when: instant('event.created'),
  },
  finish: (fields) => setVerdict(fields, fields['cloudflare.audit.action.result']),
})

const readLogpush = createProductReader({
  prefix: 'cloudflare_logpush.audit',
  dataset: 'cloudflare_logpush.audit',
  constants,
  times: ['When'],
  map: {
    ActionType: text('event.action'),
    ID: text('event.id'),
    Interface: text('event.provider'),
    ActorIP: bareIp,
    ActorID: text('user.id'),
    ActorEmail: text('user.email'),
    OwnerID: text('cloud.account.id'),
  },
  finish: (fields) => setVerdict(fields, fields['cloudflare_logpush.audit.ActionResult']),
})

/** IPv4 comes as IPv6 sometimes. */
function bareIp(fields: Fields, value: string | number | boolean): void {
  const ip = String(value)
  peer('source')(fields, ip.startsWith('::ffff:') && ip.includes('.') ? ip.slice(7) : ip)
}

/** Words of actions that are about people and what they may do. */
const IAM = new Set([
  'token',
  'api',
  'key',
  'member',
  'role',
  'account',
  'user',
  'invite',
  'password',
  '2fa',
  'sso',
])
const SIGN_IN = new Set(['login', 'logout', 'signin', 'signout'])

function setVerdict(fields: Fields, result: unknown): void {
  const succeeded = result === true || result === 'true' || result === 'success'
  fields['event.outcome'] = succeeded ? 'success' : 'failure'
  const action = String(fields['event.action'] ?? '')
  const word = action.slice(0, 100).toLowerCase().split(/[_.-]/)[0] ?? ''
  fields['event.type'] = [typeOfAction(action) ?? 'info']
  const category = IAM.has(word) ? 'iam' : 'configuration'
  fields['event.category'] = [SIGN_IN.has(word) ? 'authentication' : category]
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  if (typeof json.ActionType === 'string') return readLogpush(json, context)
  const { action, actor } = json
  const known = typeof action === 'object' && action !== null && 'type' in action
  return known && typeof actor === 'object' && typeof json.when === 'string'
    ? readApi(json, context)
    : undefined
}

export const parser: Parser = {
  name: 'cloudflare-audit',
  reads: 'audit log of Cloudflare accounts, by API or Logpush',
  version: 1,
  clues: [{ json: ['when', 'actor', 'action'] }, { json: ['ActorIP', 'ActionType'] }],
  parse,
  samples: [
    '{"action":{"result":true,"type":"token_create"},"actor":{"email":"anna@example.org","id":"u7","ip":"192.0.2.7","type":"user"},"id":"e1","interface":"UI","owner":{"id":"a7"},"resource":{"id":"r7","type":"account"},"when":"2026-03-10T12:00:00Z"}',
    '{"ActionResult":true,"ActionType":"gateway_update","ActorEmail":"anna@example.org","ActorID":"u7","ActorIP":"::ffff:192.0.2.7","ID":"e2","Interface":"UI","OwnerID":"a7","ResourceType":"gateway.rule","When":"2026-03-10T12:00:00Z"}',
  ],
}
