import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { monthAt } from '../time/month-number.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const LEVELS = new Set(['SEVERE', 'WARNING', 'INFO', 'CONFIG', 'FINE', 'FINER', 'FINEST', 'ALL'])

/** `10-Mar-2026 12:00:00.123 INFO [main] class.method message`: catalina.out and its daily files. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const month = text.charCodeAt(2) === 0x2d && text.charCodeAt(6) === 0x2d ? monthAt(text, 3) : 0
  if (month === 0 || text.charCodeAt(11) !== 0x20) return undefined
  const clockEnd = text.indexOf(' ', 12)
  const levelEnd = clockEnd < 0 || clockEnd > 28 ? -1 : text.indexOf(' ', clockEnd + 1)
  const level = levelEnd < 0 ? '' : text.slice(clockEnd + 1, Math.min(levelEnd, clockEnd + 9))
  const threadEnd = text.charCodeAt(levelEnd + 1) === 0x5b ? text.indexOf('] ', levelEnd) : -1
  if (!LEVELS.has(level) || threadEnd < 0 || threadEnd - levelEnd > 300) return undefined
  const iso = `${text.slice(7, 11)}-${String(month).padStart(2, '0')}-${text.slice(0, 2)}T${text.slice(12, clockEnd)}`
  const time = parseIsoTime(iso, context)
  if (time === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = 'apache_tomcat'
  fields['event.dataset'] = 'apache_tomcat.catalina'
  fields['log.level'] = level.toLowerCase()
  fields['apache_tomcat.catalina.subsystem'] = text.slice(levelEnd + 2, threadEnd)
  const rest = text.slice(threadEnd + 2)
  const newline = rest.indexOf('\n')
  fields.message = newline < 0 ? rest : rest.slice(0, newline)
  if (newline > 0) fields['error.stack_trace'] = rest.slice(newline + 1)
  const [logger = ''] = rest.split(' ', 1)
  if (logger.includes('.') && logger.length <= 300) fields['log.logger'] = logger
  return { time, fields }
}

export const parser: Parser = {
  name: 'tomcat',
  reads: 'catalina and localhost logs of Apache Tomcat, stack traces with their message',
  version: 1,
  clues: [{ first: '0123', run: 2, next: '-' }],
  ownNames: true,
  parse,
  samples: [
    '10-Mar-2026 12:00:00.123 INFO [main] org.apache.catalina.startup.HostConfig.deployWAR Deploying [/opt/tomcat/webapps/shop.war]',
    '10-Mar-2026 12:00:00.123 SEVERE [http-nio-8080-exec-1] org.apache.catalina.core.StandardWrapperValve.invoke threw exception\n\tjava.lang.NullPointerException',
  ],
}
