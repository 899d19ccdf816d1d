import type { Fields } from '../../event/event.ts'
import { isIp } from '../text/is-ip.ts'

const COMMAND =
  /^(Query|Connect|Quit|Init DB|Prepare|Execute|Close stmt|Statistics|Field List|Change user)(?:[ \t]+|$)/
/** `anna@192.0.2.9 on shop using TCP/IP`; no database, and none to say how before 5.7. */
const CONNECTED =
  /^([^\s@]{1,128})@(\S{1,255})(?: as \S{1,128})? on(?: (\S{1,64}))?(?: {1,2}using [\w/ ]{1,30})?$/
const WITH_STATEMENT = new Set(['Query', 'Prepare', 'Execute'])

/**
 * What MySQL's general query log has behind time and thread: it shares the file of the error log where both go to it.
 * @returns whether it is a command at all
 */
export function setMysqlCommand(fields: Fields, text: string): boolean {
  const [head = '', command = ''] = COMMAND.exec(text.slice(0, 40)) ?? []
  if (head === '') return false
  const argument = text.slice(head.length)
  fields['event.action'] = command.toLowerCase().replace(' ', '-')
  if (WITH_STATEMENT.has(command) && argument !== '') fields['mysql.statement'] = argument
  if (command === 'Init DB' && argument !== '') fields['mysql.database'] = argument
  const [, user, host, database] = command === 'Connect' ? (CONNECTED.exec(argument.slice(0, 700)) ?? []) : []
  if (user !== undefined) fields['user.name'] = user
  if (host !== undefined) fields[isIp(host) ? 'source.ip' : 'source.domain'] = host
  if (database !== undefined) fields['mysql.database'] = database
  return true
}
