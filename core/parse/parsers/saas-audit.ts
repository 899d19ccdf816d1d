import { isObject } from '../json/flatten-json.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { accountProducts } from '../saas/account-products.ts'
import { workProducts } from '../saas/work-products.ts'

const products = [...accountProducts, ...workProducts]

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const inner = isObject(json.zoom) ? json.zoom : json
  const product = products.find(({ keys }) => keys.every((key) => key in json))
  return product?.read(inner, context)
}

export const parser: Parser = {
  name: 'saas-audit',
  reads:
    'audit logs of OneLogin, JumpCloud, authentik, 1Password, Bitwarden, LastPass, Slack, Mattermost, Zoom, Box, Salesforce',
  version: 1,
  clues: products.map(({ keys }) => ({ json: keys })),
  rank: -1,
  parse,
  samples: [
    '{"id":"e1","date_create":1773144000,"action":"user_login","actor":{"type":"user","user":{"id":"U7","name":"Anna","email":"anna@example.org"}},"entity":{"type":"user","user":{"id":"U7"}},"context":{"ua":"curl/8","ip_address":"192.0.2.7"}}',
    '{"event_type_id":5,"account_id":7,"user_id":8,"user_name":"Anna","ipaddr":"192.0.2.7","created_at":"2026-03-10T12:00:00.125Z"}',
    '{"timestamp":"2026-03-10T12:00:00Z","event":"Login","status":"fail","user_id":"u7","ip_address":"192.0.2.7","api_path":"/api/v4/users/login","client":"curl/8"}',
    '{"Time":"2026-03-10 12:00:00","Username":"anna@example.org","IP_Address":"192.0.2.7","Action":"Failed Login Attempt","Data":""}',
  ],
}
