type Kind = 'host' | 'user' | 'ip' | 'domain'

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['host', /^(host|observer|agent)\.(name|hostname)$|(computer|host|machine)_?name$/i],
  ['ip', /(^|\.)ip$|ip_?addr(ess)?$/i],
  ['user', /(^|\.)user(\.(target|effective|changes))?\.(name|id|email)$|(user|account|principal)_?name$/i],
  ['domain', /(^|\.)domain$|^dns\.question\.name$/i],
]

/** What an event field names, ECS or a vendor's; undefined when it cannot be what an alert is about. */
export function entityKind(field: string): Kind | undefined {
  return KINDS.find(([, pattern]) => pattern.test(field))?.[0]
}
