import type { Fields } from '../../event/event.ts'
import { executable, type FieldMap, filePath, lowerText, number, text } from '../fields/field-setters.ts'
import { hashKind } from '../text/hash-kind.ts'
import { isIp } from '../text/is-ip.ts'

const host = (fields: Fields, value: unknown): void => {
  fields['host.name'] ??= String(value)
  fields['host.hostname'] ??= String(value)
}

const hostIp = (fields: Fields, value: unknown): void => {
  if (isIp(String(value))) fields['host.ip'] ??= [String(value)]
}

const hash = (fields: Fields, value: unknown): void => {
  const kind = hashKind(String(value))
  if (kind !== undefined) fields[`file.hash.${kind}`] ??= String(value).toLowerCase()
}

/** What the columns of Symantec Endpoint Protection mean, by the names they carry. */
export const SEP_FIELDS: FieldMap = {
  'Computer name': host,
  Computer: host,
  'IP Address': hostIp,
  'Local Host IP': hostIp,
  'Local Host': hostIp,
  'User Name': text('user.name'),
  User: text('user.name'),
  User1: text('user.name'),
  Admin: text('user.name'),
  'Domain Name': text('user.domain'),
  Domain: text('user.domain'),
  'Actual action': text('event.action'),
  Action: lowerText('event.action'),
  'Event Description': text('message'),
  Application: executable('process'),
  'Application name': text('process.name'),
  Rule: text('rule.name'),
  'CIDS Signature string': text('rule.name'),
  'CIDS Signature ID': text('rule.id'),
  'Risk name': text('threat.indicator.name'),
  'File path': filePath('file'),
  'File size (bytes)': number('file.size'),
  'Application hash': hash,
  'SHA-256': hash,
  'SHA-1': hash,
  MD5: hash,
  'Intrusion URL': text('url.original'),
  Occurrences: number('event.count'),
  'Group Name': text('group.name'),
  Group: text('group.name'),
}
