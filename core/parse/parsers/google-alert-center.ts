import type { Fields } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

const MAX_MESSAGES = 200

function setList(fields: Fields, name: string, values: readonly unknown[]): void {
  const texts = [...new Set(values.map(textOf).filter((text) => text !== undefined))]
  if (texts.length > 0) fields[name] = texts
}

/** Mail that an alert is about. */
function setMail(fields: Fields, data: JsonObject): void {
  const messages = listOf(data.messages).slice(0, MAX_MESSAGES).map(objectOf)
  const all = (pick: (message: JsonObject) => unknown): readonly unknown[] =>
    messages.flatMap((message) => listOf(pick(message)))
  setList(
    fields,
    'email.message_id',
    all(({ messageId }) => messageId),
  )
  setList(
    fields,
    'email.subject',
    all(({ subjectText }) => subjectText),
  )
  setList(
    fields,
    'email.to.address',
    all(({ recipient }) => recipient),
  )
  setList(
    fields,
    'email.delivery_timestamp',
    all(({ date }) => date),
  )
  setList(
    fields,
    'email.attachments.file.hash.sha256',
    all(({ attachmentsSha256Hash }) => attachmentsSha256Hash),
  )
}

function setUsers(fields: Fields, data: JsonObject, assignee: unknown): void {
  const entity = objectOf(objectOf(data.maliciousEntity).entity)
  setText(fields, 'user.name', entity.displayName)
  const trigger = objectOf(data.ruleViolationInfo)
  const emails = [assignee, data.email, data.actorEmail, trigger.triggeringUserEmail, entity.emailAddress]
  setList(fields, 'user.email', [
    ...emails,
    ...listOf(data.affectedUserEmails),
    objectOf(data.primaryAdminChangedEvent).updatedAdminEmail,
  ])
  setText(fields, 'user.domain', objectOf(data.domainId).customerPrimaryDomain ?? data.domain)
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || typeof json.alertId !== 'string') return undefined
  const data = objectOf(json.data)
  const metadata = objectOf(json.metadata)
  const fields = createFields()
  flattenJson(fields, 'google_workspace.alert', json)
  fields['event.module'] = 'google_workspace'
  fields['event.dataset'] = 'google_workspace.alert'
  fields['event.kind'] = 'alert'
  setText(fields, 'event.id', json.alertId)
  setText(fields, 'event.action', json.source)
  setText(fields, 'event.reason', json.type)
  setText(fields, 'event.start', json.startTime)
  setText(fields, 'event.end', json.endTime)
  setText(fields, 'organization.id', json.customerId)
  setText(fields, 'log.level', textOf(metadata.severity)?.toLowerCase())
  setText(fields, 'event.url', json.securityInvestigationToolLink)
  setText(
    fields,
    'rule.name',
    data.name ?? data.ruleName ?? objectOf(objectOf(data.ruleViolationInfo).ruleInfo).displayName,
  )
  setText(fields, 'message', data.description ?? data.title)
  setEnd(fields, 'source', objectOf(data.loginDetails).ipAddress ?? data.ipAddress ?? data.sourceIp)
  setUsers(fields, data, metadata.assignee)
  setMail(fields, data)
  const threat = ['threat', 'malware']
  fields['event.category'] = Array.isArray(data.messages) ? ['email', ...threat] : threat
  return { time: parseAnyTime(json.createTime, context), fields }
}

export const parser: Parser = {
  name: 'google-alert-center',
  reads: "alerts of Google Workspace's alert center",
  version: 1,
  clues: [{ json: ['alertId', 'createTime', 'customerId'] }],
  parse,
  samples: [
    '{"alertId":"a1","createTime":"2026-03-10T12:00:00.5Z","customerId":"C0","data":{"@type":"type.googleapis.com/google.apps.alertcenter.type.AccountWarning","email":"anna@example.org","loginDetails":{"ipAddress":"192.0.2.7","loginTime":"2026-03-10T11:59:00Z"}},"endTime":"2026-03-10T12:00:00Z","metadata":{"alertId":"a1","severity":"HIGH","status":"NOT_STARTED"},"source":"Google identity","startTime":"2026-03-10T11:59:00Z","type":"Suspicious login"}',
    '{"alertId":"a2","createTime":"2026-03-10T12:00:00Z","customerId":"C0","data":{"@type":"type.googleapis.com/google.apps.alertcenter.type.MailPhishing","messages":[{"messageId":"m1@example.net","recipient":"anna@example.org","subjectText":"Invoice","attachmentsSha256Hash":["00ff"]}]},"source":"Gmail phishing","startTime":"2026-03-10T11:59:00Z","type":"User reported phishing"}',
  ],
}
