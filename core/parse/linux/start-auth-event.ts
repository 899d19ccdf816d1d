import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'

/** What all log-in programs of a Unix host have in common. */
export function startAuthEvent(provider: string, message: string): Fields {
  const fields = createFields()
  fields['event.module'] = 'system'
  fields['event.dataset'] = 'system.auth'
  fields['event.provider'] = provider
  fields.message = message
  return fields
}
