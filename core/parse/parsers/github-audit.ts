import type { Fields } from '../../event/event.ts'
import { number, text } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { typeOfAction } from '../saas/type-of-action.ts'
import { instant, onlyIp } from '../saas/value-setters.ts'

const read = createProductReader({
  prefix: 'github',
  dataset: 'github.audit',
  constants: { 'event.kind': 'event', 'observer.vendor': 'GitHub', 'observer.product': 'GitHub' },
  times: ['@timestamp', 'created_at'],
  map: {
    created_at: instant('event.created'),
    action: text('event.action'),
    _document_id: text('event.id'),
    actor: text('user.name'),
    actor_id: text('user.id'),
    actor_ip: onlyIp('source.ip'),
    user: text('user.target.name'),
    user_id: text('user.target.id'),
    'data.team': text('group.name'),
    team: text('group.name'),
    'data.email': text('user.target.email'),
    email: text('user.target.email'),
    user_agent: text('user_agent.original'),
    url_path: text('url.path'),
    request_method: text('http.request.method'),
    status_code: number('http.response.status_code'),
    http_status: number('http.response.status_code'),
    org_id: text('organization.id'),
  },
  finish: setCategory,
})

/** What people, teams and their rights are: the part of an action before its point. */
const IAM = new Set([
  ...['org', 'team', 'enterprise', 'role', 'organization_role', 'org_credential_authorization'],
  ...['external_group', 'external_identity', 'idp_group', 'scim', 'business', 'enterprise_team'],
])
/** Actions are hundreds, and what they do is their words: `team.add_member`. */
function setCategory(fields: Fields): void {
  const action = String(fields['event.action'] ?? '')
  const point = action.indexOf('.')
  const area = action.slice(0, Math.max(point, 0))
  const people = IAM.has(area)
  fields['github.category'] = area
  fields['event.category'] = people ? ['configuration', 'web', 'iam'] : ['configuration', 'web']
  const types: string[] = people ? ['group', 'user'] : []
  const type = typeOfAction(action.slice(point + 1))
  if (type === 'creation' || type === 'deletion') types.push(type)
  else if (!people) types.push('change')
  fields['event.type'] = types
  const organization = fields['github.org']
  if (organization !== undefined) fields['organization.name'] = organization
  if (area === 'org' && organization !== undefined) fields['group.name'] ??= organization
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || typeof json.action !== 'string') return undefined
  // Many programs write an action and an actor; GitHub's has an area, and a time in milliseconds.
  if (typeof json.created_at !== 'number' && typeof json['@timestamp'] !== 'number') return undefined
  return read(json, context)
}

export const parser: Parser = {
  name: 'github-audit',
  reads: 'audit log of GitHub organisations and enterprises',
  version: 1,
  clues: [
    { json: ['_document_id', 'action'] },
    { json: ['repository_public', 'action'] },
    { json: ['actor', 'action', 'created_at'] },
  ],
  parse,
  samples: [
    '{"action":"team.add_member","actor":"anna","actor_id":7,"actor_ip":"192.0.2.7","created_at":1773144000000,"@timestamp":1773144000000,"_document_id":"a1","org":"example","data":{"team":"example/admins"},"user":"bert","user_agent":"curl/8"}',
    '{"actor":"anna","org":"example","action":"repo.create","created_at":1773144000125,"repo":"example/shop","visibility":"private"}',
  ],
}
