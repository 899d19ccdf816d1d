import type { Fields } from '../../event/event.ts'
import { address, type FieldMap, lowerText, number, text } from '../fields/field-setters.ts'
import { setUrl } from '../web/set-url.ts'

const url = (fields: Fields, value: unknown): void => {
  if (fields['url.original'] === undefined && typeof value === 'string') setUrl(fields, value)
}

/** What the names of ASM's key-value format, and of F5's logging iRules, mean. */
export const BIGIP_FIELDS: FieldMap = {
  ip_client: address('source'),
  src_ip: address('source'),
  src_port: number('source.port'),
  dest_ip: address('destination'),
  dest_port: number('destination.port'),
  vip: address('destination'),
  dns_server_ip: address('destination'),
  method: text('http.request.method'),
  http_method: text('http.request.method'),
  http_uri: url,
  uri: url,
  http_host: text('url.domain'),
  http_version: text('http.version'),
  http_user_agent: text('user_agent.original'),
  http_referrer: text('http.request.referrer'),
  response_code: number('http.response.status_code'),
  response_http_code: number('http.response.status_code'),
  protocol: lowerText('network.protocol'),
  username: text('user.name'),
  user: text('user.name'),
  support_id: text('event.id'),
  severity: lowerText('log.level'),
  policy_name: text('rule.ruleset'),
  attack_type: text('rule.category'),
  violations: text('rule.name'),
  request_status: lowerText('event.action'),
  unit_hostname: text('observer.hostname'),
  question_name: text('dns.question.name'),
  question_type: text('dns.question.type'),
  question_class: text('dns.question.class'),
}
