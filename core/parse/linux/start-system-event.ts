import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'

/** What messages of the system itself have in common. */
export function startSystemEvent(provider: string, message: string): Fields {
  const fields = createFields()
  fields['event.module'] = 'system'
  fields['event.dataset'] = 'system.syslog'
  fields['event.provider'] = provider
  fields.message = message
  return fields
}
