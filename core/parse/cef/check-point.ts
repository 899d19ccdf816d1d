import type { Fields } from '../../event/event.ts'

/** Keys of Check Point's log exporter that are in no dictionary, and what they mean in ECS. */
const KEYS: readonly (readonly [key: string, field: string])[] = [
  ['ifname', 'observer.ingress.interface.name'],
  ['inzone', 'observer.ingress.zone'],
  ['outzone', 'observer.egress.zone'],
  ['rule_uid', 'rule.uuid'],
  ['rule_name', 'rule.name'],
  ['origin', 'observer.ip'],
  ['user_agent', 'user_agent.original'],
  ['protection_name', 'rule.name'],
  ['malware_action', 'rule.description'],
  ['appi_name', 'network.application'],
  ['service_id', 'network.application'],
  ['src_machine_name', 'source.domain'],
  ['dst_machine_name', 'destination.domain'],
  ['src_user_name', 'source.user.name'],
  ['dst_user_name', 'destination.user.name'],
  ['method', 'http.request.method'],
  ['resource', 'url.original'],
  ['from', 'email.from.address'],
  ['to', 'email.to.address'],
  ['email_subject', 'email.subject'],
  ['email_message_id', 'email.message_id'],
  ['dns_query', 'dns.question.name'],
  ['file_md5', 'file.hash.md5'],
  ['file_sha1', 'file.hash.sha1'],
  ['file_sha256', 'file.hash.sha256'],
  ['file_name', 'file.name'],
]

const LISTS: ReadonlySet<string> = new Set(['observer.ip', 'email.from.address', 'email.to.address'])

/** Check Point over CEF: everything its firewalls write is about connections. */
export function setCheckPointFields(fields: Fields, extensions: ReadonlyMap<string, string>): void {
  for (const [key, field] of KEYS) {
    const value = extensions.get(key)
    if (value !== undefined) fields[field] ??= LISTS.has(field) ? [value] : value
  }
  fields['event.kind'] ??= 'event'
  fields['event.category'] ??= ['network']
}
