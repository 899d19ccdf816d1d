import type { Fields } from '../../event/event.ts'

/** Fields of every event of pfSense and OPNsense. */
export function startPfsense(fields: Fields, program: string, host: string | undefined): void {
  fields['event.module'] = 'pfsense'
  fields['event.dataset'] = 'pfsense.log'
  fields['event.provider'] = program
  fields['observer.vendor'] = 'netgate'
  fields['observer.type'] = 'firewall'
  if (host !== undefined) fields['observer.name'] = host
}
