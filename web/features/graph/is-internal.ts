import type { EntityName } from './entity-name.ts'

/** Private, shared, loopback and link-local addresses of both families. */
const OWN_ADDRESS =
  /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1$|f[cd]|fe[89ab])/
const OWN_DOMAIN = /\.(local|lan|internal|intranet|corp|home\.arpa)$/

/** Whether it is likely one of the tenant's own: drawn filled, others as an outline. */
export function isInternal({ kind, value }: EntityName): boolean {
  if (kind === 'address') return OWN_ADDRESS.test(value)
  if (kind === 'domain') return !value.includes('.') || OWN_DOMAIN.test(value)
  return kind !== 'url'
}
