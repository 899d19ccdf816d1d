import type { Fields } from '../../event/event.ts'

/** RFC 5424 6.2.1, by code. */
const SEVERITIES = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'informational', 'debug']
const FACILITIES = [
  ...['kernel', 'user-level', 'mail', 'system', 'security/authorization', 'syslogd', 'line printer'],
  ...[
    'network news',
    'UUCP',
    'clock',
    'security/authorization',
    'FTP',
    'NTP',
    'log audit',
    'log alert',
    'clock',
  ],
  ...['local0', 'local1', 'local2', 'local3', 'local4', 'local5', 'local6', 'local7'],
]

/** syslog.conf's words, by code. */
const SEVERITY_WORDS = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug']
const FACILITY_WORDS = [
  ...['kern', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv', 'ftp'],
  ...['ntp', 'security', 'console', 'solaris-cron'],
  ...['local0', 'local1', 'local2', 'local3', 'local4', 'local5', 'local6', 'local7'],
]

/** `<0>` to `<191>`. */
export interface Priority {
  value: number
  end: number
}

export function priorityAtStart(text: string): Priority | undefined {
  if (text.charCodeAt(0) !== 0x3c) return undefined
  let value = 0
  let at = 1
  for (; at < 5; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) break
    value = value * 10 + digit
  }
  return at > 1 && value <= 191 && text.charCodeAt(at) === 0x3e ? { value, end: at + 1 } : undefined
}

/** @returns the code of a word that syslog.conf knows, or of digits */
function codeOf(word: string, names: readonly string[]): number | undefined {
  const code = /^\d{1,2}$/.test(word) ? Number(word) : names.indexOf(word.toLowerCase())
  return code >= 0 && code < names.length ? code : undefined
}

export const facilityCode = (word: string): number | undefined => codeOf(word, FACILITY_WORDS)

/** `info`, `6`, also `informational`, `error`, `warn`. */
export function severityCode(word: string): number | undefined {
  const code = codeOf(word, SEVERITY_WORDS)
  if (code !== undefined || word === '') return code
  const lower = word.toLowerCase()
  const named = SEVERITIES.indexOf(lower)
  if (named >= 0) return named
  return lower === 'warn' ? 4 : lower === 'panic' ? 0 : undefined
}

/** @returns the priority of `auth.info` or `4.6`, undefined when the words are none of syslog's */
export function namedPriority(words: string): number | undefined {
  const dot = words.indexOf('.')
  if (dot < 1 || words.length > 24) return undefined
  const facility = facilityCode(words.slice(0, dot))
  const severity = severityCode(words.slice(dot + 1))
  return facility === undefined || severity === undefined ? undefined : facility * 8 + severity
}

export function setFacility(fields: Fields, facility: number): void {
  fields['log.syslog.facility.code'] = facility
  fields['log.syslog.facility.name'] = FACILITIES[facility] ?? ''
}

export function setSeverity(fields: Fields, severity: number): void {
  fields['log.syslog.severity.code'] = severity
  fields['log.syslog.severity.name'] = SEVERITIES[severity] ?? ''
}

export function setPriority(fields: Fields, priority: number): void {
  fields['log.syslog.priority'] = priority
  setFacility(fields, priority >> 3)
  setSeverity(fields, priority & 7)
}
