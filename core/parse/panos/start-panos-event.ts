import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'

export function startPanosEvent(type: string): Fields {
  const fields = createFields()
  fields['event.module'] = 'panw'
  fields['event.dataset'] = 'panw.panos'
  fields['observer.vendor'] = 'Palo Alto Networks'
  fields['observer.product'] = 'PAN-OS'
  fields['observer.type'] = 'firewall'
  fields['panw.panos.type'] = type
  return fields
}
