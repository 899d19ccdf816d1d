/** What an event field names, or undefined when it cannot be what an alert is about. */
export function entityKind(field: string): 'host' | 'user' | 'ip' | 'domain' | undefined {
  if (/^(host|observer|agent)\.(name|hostname)$/.test(field)) return 'host'
  if (/(^|\.)ip$/.test(field)) return 'ip'
  if (/(^|\.)user(\.(target|effective|changes))?\.(name|id|email)$/.test(field)) return 'user'
  if (/(^|\.)domain$/.test(field) || field === 'dns.question.name') return 'domain'
  return undefined
}
