import type { Fields } from '../../event/event.ts'
import { decodeObject } from '../cloud/decode-object.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEmail } from '../cloud/set-email.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject } from '../parser.ts'

/** Microsoft's words as numbers, so that the worst of several rules can be told. */
const SEVERITIES: ReadonlyMap<string, number> = new Map([
  ['informational', 1],
  ['low', 2],
  ['medium', 3],
  ['high', 4],
  ['critical', 5],
])

function severityOf(values: readonly unknown[]): number | undefined {
  const known = values.map((value) => SEVERITIES.get(printScalar(value).toLowerCase()) ?? 0)
  const worst = Math.max(0, ...known.slice(0, 1_000))
  return worst > 0 ? worst : undefined
}

function setSeverity(fields: Fields, values: readonly unknown[]): void {
  const severity = severityOf(values)
  if (severity !== undefined) fields['event.severity'] = severity
}

/** Rules of data loss prevention that matched, and whether one of them stopped the transfer. */
export function readDlp(fields: Fields, record: JsonObject): void {
  const policies = listOf(record.PolicyDetails).slice(0, 100).map(objectOf)
  const rules = policies.flatMap((policy) => listOf(policy.Rules).slice(0, 100).map(objectOf))
  const texts = (name: string): string[] =>
    rules.map((rule) => textOf(rule[name])).filter((text) => text !== undefined)
  const ids = texts('RuleId')
  const names = texts('RuleName')
  if (ids.length > 0) fields['rule.id'] = ids
  if (names.length > 0) fields['rule.name'] = names
  setText(fields, 'rule.ruleset', policies[0]?.PolicyName)
  setSeverity(
    fields,
    rules.map((rule) => rule.Severity),
  )
  // A user who may override says why in ExceptionInfo.
  const overridden = textOf(record.ExceptionInfo) !== undefined
  const blocked = !overridden && rules.some((rule) => listOf(rule.Actions).includes('BlockAccess'))
  fields['event.outcome'] = blocked ? 'failure' : 'success'
  const mail = objectOf(record.ExchangeMetaData)
  setText(fields, 'message', mail.Subject)
  setText(fields, 'email.subject', mail.Subject)
  setText(fields, 'email.message_id', mail.MessageID)
  setText(fields, 'email.from.address', mail.From)
  for (const side of ['To', 'CC', 'BCC'] as const) {
    const to = listOf(mail[side]).filter((one) => typeof one === 'string')
    if (to.length > 0) fields[`email.${side.toLowerCase()}.address`] = to
  }
  const file = objectOf(record.SharePointMetaData)
  setText(fields, 'file.name', file.FileName)
  setText(fields, 'file.owner', file.FileOwner)
  setText(fields, 'url.original', file.FilePathUrl)
}

/** `Data` of an alert is JSON with short names: the user, the mail. */
function readAlertData(fields: Fields, record: JsonObject): void {
  const data = decodeObject(record.Data)
  const user = textOf(data.f3u) ?? textOf(data.suid) ?? textOf(data.trc)
  if (user?.includes('@') && fields['user.email'] === undefined) {
    delete fields['user.name']
    setEmail(fields, 'user', user)
  }
  setText(fields, 'email.subject', data.ms ?? data.von)
  setText(fields, 'url.original', data.zu)
  const id = textOf(data.imsgid)
  if (id !== undefined) fields['email.message_id'] ??= id.replace(/^</, '').replace(/>$/, '')
  const to = textOf(data.trc)
  const from = textOf(data.tsd)
  if (to !== undefined) fields['email.to.address'] ??= [to]
  if (from !== undefined) fields['email.from.address'] ??= [from]
}

/** Alerts of the security and compliance centre, Defender for Cloud Apps and Defender for Office. */
export function readAlert(fields: Fields, record: JsonObject): void {
  setText(fields, 'rule.id', record.PolicyId)
  setText(fields, 'rule.name', record.Name ?? record.AlertDisplayName)
  setText(fields, 'rule.category', record.Category ?? record.AlertCategory)
  setText(fields, 'rule.description', record.AlertEntityId ?? record.AlertDescription)
  setText(fields, 'rule.ruleset', record.EntityType)
  setText(fields, 'message', record.Comments ?? record.AlertDescription)
  setSeverity(fields, [record.Severity ?? record.AlertSeverity])
  readAlertData(fields, record)
  const links = listOf(record.AlertLinks)
    .map((link) => textOf(objectOf(link).AlertLinkHref))
    .filter((link) => link !== undefined)
  if (links.length > 0) fields['rule.reference'] = links
}

/** What Defender for Office found in a file or a mail. */
export function readDetection(fields: Fields, record: JsonObject): void {
  const file = objectOf(record.FileData)
  setText(fields, 'file.name', file.FileName)
  setText(fields, 'file.hash.sha256', file.SHA256)
  setText(fields, 'url.original', file.FilePath ?? record.Url)
  setText(fields, 'rule.name', file.MalwareFamily)
  setText(fields, 'email.subject', record.Subject)
  setText(fields, 'email.message_id', record.InternetMessageId)
  setText(fields, 'email.from.address', record.P2Sender ?? record.P1Sender)
  const to = listOf(record.Recipients).filter((one) => typeof one === 'string')
  if (to.length > 0) fields['email.to.address'] = to
}
