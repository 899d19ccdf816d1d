import type { Fields } from '../../event/event.ts'
import type { JsonObject } from '../parser.ts'
import { wordOf } from './word-of.ts'

/** Providers whose events rules/categories name; those of others are named by their task. */
const NAMED: ReadonlySet<string> = new Set([
  'Microsoft-Windows-Security-Auditing',
  'Microsoft-Windows-Sysmon',
  'Linux-Sysmon',
])

/** The task, unless it is none: what winlogbeat calls the action. */
export function setTaskAsAction(fields: Fields, provider: string, task: string): void {
  if (task === '' || task === 'None' || NAMED.has(provider)) return
  fields['event.action'] ??= task
}

/** What the machine that wrote the event made of its numbers: message, task, opcode, keywords. */
export function setRendered(fields: Fields, info: JsonObject): void {
  const message = wordOf(info.Message)
  const task = wordOf(info.Task)
  const opcode = wordOf(info.Opcode)
  const { Keywords: keywords } = info
  if (message !== '') fields.message = message.trim()
  if (task !== '') fields['winlog.task'] = task
  if (opcode !== '') fields['winlog.opcode'] = opcode
  if (Array.isArray(keywords)) {
    const words = keywords.filter((word): word is string => typeof word === 'string' && word !== '')
    if (words.length > 0) fields['winlog.keywords'] = words
  }
  setTaskAsAction(fields, wordOf(fields['event.provider']), task)
}
