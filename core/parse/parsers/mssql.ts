import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const STAMP = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{2,3}$/
const SOURCE = /^(?:Server|Logon|Backup|spid\d{1,6}s?|Cluster|Clustering)$/i

/** `2026-03-10 12:00:00.12 Logon       Login failed for user ...`: time, source padded to 12, message. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  if (text.charCodeAt(19) !== 0x2e || text.charCodeAt(4) !== 0x2d) return undefined
  const stampEnd = text.indexOf(' ', 20)
  const stamp = stampEnd < 0 ? '' : text.slice(0, stampEnd)
  if (!STAMP.test(stamp)) return undefined
  const sourceEnd = text.indexOf(' ', stampEnd + 1)
  const source = sourceEnd < 0 ? '' : text.slice(stampEnd + 1, Math.min(sourceEnd, stampEnd + 20))
  if (!SOURCE.test(source)) return undefined
  const time = parseIsoTime(stamp, context)
  if (time === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = 'mssql'
  fields['event.dataset'] = 'mssql.log'
  fields['mssql.log.origin'] = source
  const message = text.slice(sourceEnd).trimStart()
  fields.message = message
  const error = /^Error: (\d{1,6}), Severity: (\d{1,2}), State: (\d{1,3})/.exec(message)
  if (error) {
    fields['event.code'] = error[1] ?? ''
    fields['error.code'] = error[1] ?? ''
    fields['event.severity'] = Number(error[2])
    fields['event.outcome'] = 'failure'
  }
  const login = /^Login (failed|succeeded) for user '([^']{0,255})'/.exec(message)
  if (login) {
    fields['event.action'] = login[1] === 'failed' ? 'login-failed' : 'logged-in'
    fields['event.outcome'] = login[1] === 'failed' ? 'failure' : 'success'
    const user = login[2] ?? ''
    const slash = user.indexOf('\\')
    if (slash > 0) fields['user.domain'] = user.slice(0, slash)
    if (user !== '') fields['user.name'] = user.slice(slash + 1)
    const reason = /Reason: ([^[\n]{1,255}?) ?(?=\[|$)/.exec(message)?.[1]
    if (reason !== undefined) fields['event.reason'] = reason
  }
  const client = message.lastIndexOf('[CLIENT: ')
  const close = client < 0 ? -1 : message.indexOf(']', client)
  const address = close < 0 ? '' : message.slice(client + 9, close)
  if (address !== '' && !address.startsWith('<')) setPeer(fields, 'source', address)
  return { time, fields }
}

export const parser: Parser = {
  name: 'mssql',
  reads: 'ERRORLOG of Microsoft SQL Server',
  version: 1,
  clues: [{ first: '2', run: 4, next: '-' }],
  ownNames: true,
  parse,
  samples: [
    "2026-03-10 12:00:00.12 Logon       Login failed for user 'EXAMPLE\\anna'. Reason: Password did not match that for the login provided. [CLIENT: 203.0.113.9]",
    '2026-03-10 12:00:00.12 spid51      Error: 18456, Severity: 14, State: 8.',
  ],
}
