import type { Fields } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** What a finding rests on: addresses and domains, processes, accounts, techniques of ATT&CK. */
function setEvidence(fields: Fields, finding: JsonObject): void {
  const indicator = objectOf(finding.indicator)
  const connection = objectOf(finding.connections)
  const access = objectOf(finding.access)
  const mitre = objectOf(finding.mitreAttack)
  setEnd(fields, 'source', connection.sourceIp ?? access.callerIp, connection.sourcePort)
  setEnd(
    fields,
    'destination',
    connection.destinationIp ?? listOf(indicator.ipAddresses)[0],
    connection.destinationPort,
  )
  setText(fields, 'dns.question.name', listOf(indicator.domains)[0])
  setText(fields, 'user.email', access.principalEmail)
  setText(fields, 'user.name', access.principalEmail)
  setText(fields, 'service.name', access.serviceName)
  setText(fields, 'vulnerability.id', objectOf(objectOf(finding.vulnerability).cve).id)
  const process = objectOf(finding.processes)
  setText(fields, 'process.name', process.name)
  setText(fields, 'process.executable', objectOf(process.binary).path)
  const tactic = textOf(mitre.primaryTactic)
  if (tactic !== undefined) fields['threat.tactic.name'] = tactic.toLowerCase().replaceAll('_', ' ')
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const finding = isObject(json?.finding) ? json.finding : undefined
  const category = textOf(finding?.category)
  if (json === undefined || finding === undefined || category === undefined) return undefined
  const resource = objectOf(json.resource)
  const fields = createFields()
  flattenJson(fields, 'google_scc.finding', json)
  fields['event.module'] = 'google_scc'
  fields['event.dataset'] = 'google_scc.finding'
  fields['cloud.provider'] = 'gcp'
  setText(fields, 'event.id', finding.name)
  setText(fields, 'rule.name', category)
  setText(fields, 'rule.category', finding.findingClass)
  setText(fields, 'log.level', textOf(finding.severity)?.toLowerCase())
  setText(fields, 'event.created', finding.createTime)
  setText(fields, 'event.url', finding.externalUri)
  setText(fields, 'message', finding.description)
  setText(fields, 'cloud.project.name', resource.projectDisplayName)
  setText(fields, 'cloud.region', resource.location)
  setText(fields, 'host.name', finding.resourceName ?? resource.name)
  setEvidence(fields, finding)
  return { time: parseAnyTime(finding.eventTime ?? finding.createTime, context), fields }
}

export const parser: Parser = {
  name: 'google-scc',
  reads: "findings of Google's Security Command Center",
  version: 1,
  clues: [{ json: ['finding', 'resource'] }],
  parse,
  samples: [
    '{"notificationConfigName":"organizations/1/notificationConfigs/n","finding":{"name":"organizations/1/sources/2/findings/f1","category":"Persistence: New API Method","state":"ACTIVE","severity":"LOW","findingClass":"THREAT","eventTime":"2026-03-10T12:00:00.1Z","createTime":"2026-03-10T12:00:01Z","access":{"principalEmail":"anna@example.org","callerIp":"192.0.2.7","serviceName":"iam.googleapis.com"},"mitreAttack":{"primaryTactic":"PERSISTENCE"}},"resource":{"name":"//cloudresourcemanager.googleapis.com/projects/9","projectDisplayName":"example"}}',
    '{"finding":{"name":"f2","category":"PUBLIC_BUCKET_ACL","severity":"HIGH","findingClass":"MISCONFIGURATION","eventTime":"2026-03-10T12:00:00Z","resourceName":"//storage.googleapis.com/b"},"resource":{"name":"//storage.googleapis.com/b"}}',
  ],
}
