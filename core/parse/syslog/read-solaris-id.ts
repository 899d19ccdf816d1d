import type { Fields } from '../../event/event.ts'
import type { Payload } from '../parser.ts'
import { namedPriority, setPriority } from './priority.ts'

/** Solaris puts `[ID 800047 auth.info] ` before the message: the message's id and its priority. */
export function readSolarisId(fields: Fields, payload: Payload): Payload {
  const { text } = payload
  if (!text.startsWith('[ID ')) return payload
  const close = text.indexOf('] ')
  if (close < 0 || close > 48) return payload
  const [id = '', words = ''] = text.slice(4, close).split(' ', 2)
  const priority = namedPriority(words)
  if (priority === undefined) return payload
  fields['log.syslog.msgid'] = id
  setPriority(fields, priority)
  return { ...payload, text: text.slice(close + 2).trim() }
}
