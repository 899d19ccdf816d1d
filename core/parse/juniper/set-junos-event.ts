import type { Fields } from '../../event/event.ts'

/** Logical systems and tenants of Junos append what they are. */
const SUFFIX = /_(?:LS|MT)$/

export function setJunosEvent(fields: Fields, tag: string | undefined, process: string | undefined): void {
  fields['event.module'] = 'juniper_srx'
  fields['event.dataset'] = 'juniper_srx.log'
  fields['observer.vendor'] = 'Juniper'
  fields['observer.product'] = 'SRX'
  fields['observer.type'] = 'firewall'
  if (process !== undefined) {
    fields['juniper.srx.process'] = process
    fields['event.provider'] = process
  }
  if (tag === undefined) return
  fields['event.code'] = tag
  fields['juniper.srx.tag'] = tag.replace(SUFFIX, '')
}
