import type { Fields } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { setTransport } from '../cloud/set-transport.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

const ACTIONS = [
  ...['awsApiCallAction', 'dnsRequestAction', 'kubernetesApiCallAction', 'networkConnectionAction'],
  ...['portProbeAction', 'rdsLoginAttemptAction', 'kubernetesPermissionCheckedDetails'],
]

function setAll(fields: Fields, name: string, values: readonly unknown[]): void {
  const texts = [...new Set(values.map(textOf).filter((text) => text !== undefined))]
  if (texts.length > 0) fields[name] = texts.length === 1 ? (texts[0] ?? '') : texts
}

/** The other end of what was seen: an address, where we connected to or were reached from. */
function setRemote(fields: Fields, action: JsonObject): void {
  const outbound = action.connectionDirection === 'OUTBOUND'
  const probe = objectOf(action.portProbeDetails)
  const remote = objectOf(action.remoteIpDetails ?? probe.remoteIpDetails)
  const remotePort = objectOf(action.remotePortDetails).port
  const local = objectOf(action.localIpDetails ?? probe.localIpDetails)
  const localPort = objectOf(action.localPortDetails ?? probe.localPortDetails).port
  const address = remote.ipAddressV4 ?? listOf(action.sourceIPs)[0] ?? listOf(action.sourceIps)[0]
  setEnd(fields, outbound ? 'destination' : 'source', address, remotePort)
  setEnd(fields, outbound ? 'source' : 'destination', local.ipAddressV4, localPort)
  if (typeof action.connectionDirection === 'string')
    fields['network.direction'] = action.connectionDirection.toLowerCase()
  setTransport(fields, action.protocol)
  setText(fields, 'dns.question.name', action.domain)
  setText(fields, 'error.code', action.errorCode)
  setText(fields, 'service.name', action.serviceName)
  setText(fields, 'user_agent.original', action.userAgent)
  setText(fields, 'url.path', action.requestUri)
  setNumber(fields, 'http.response.status_code', action.statusCode)
}

function setResource(fields: Fields, resource: JsonObject): void {
  const key = objectOf(resource.accessKeyDetails)
  const kubernetes = objectOf(objectOf(resource.kubernetesDetails).kubernetesUserDetails)
  const database = objectOf(resource.rdsDbUserDetails)
  const instance = objectOf(resource.instanceDetails)
  setAll(fields, 'user.id', [key.principalId, kubernetes.uid])
  setAll(fields, 'user.name', [key.userName, kubernetes.username, database.user])
  setText(fields, 'cloud.instance.id', instance.instanceId)
  setText(fields, 'cloud.machine.type', instance.instanceType)
  setText(fields, 'orchestrator.cluster.name', objectOf(resource.eksClusterDetails).name)
  setText(fields, 'container.image.name', objectOf(resource.containerDetails).image)
  setText(fields, 'aws.s3.bucket', objectOf(resource.s3BucketDetails).name)
}

/** `ThreatPurpose:ResourceType/Family.Variant!Artifact` */
function setRule(fields: Fields, type: string): void {
  const colon = type.indexOf(':')
  const slash = type.indexOf('/')
  fields['rule.name'] = type
  if (colon > 0) fields['rule.category'] = type.slice(0, colon)
  if (slash > 0) fields['rule.ruleset'] = type.slice(0, slash)
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const type = textOf(json?.type)
  if (json === undefined || type === undefined || !isObject(json.service)) return undefined
  const { service } = json
  const fields = createFields()
  flattenJson(fields, 'aws.guardduty', json)
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.guardduty'
  fields['cloud.provider'] = 'aws'
  fields['cloud.service.name'] = 'guardduty'
  setText(fields, 'cloud.account.id', json.accountId)
  setText(fields, 'cloud.region', json.region)
  setText(fields, 'event.id', json.id)
  setNumber(fields, 'event.severity', json.severity)
  setText(fields, 'event.start', service.eventFirstSeen)
  setText(fields, 'event.end', service.eventLastSeen)
  setText(fields, 'message', json.description)
  setText(fields, 'event.reason', json.title)
  setRule(fields, type)
  const action = objectOf(service.action)
  setText(fields, 'event.action', action.actionType)
  const details = ACTIONS.map((name) => action[name]).find(isObject)
  if (details !== undefined) setRemote(fields, details)
  setResource(fields, objectOf(json.resource))
  const process = objectOf(objectOf(service.runtimeDetails).process)
  setText(fields, 'process.name', process.name)
  setText(fields, 'process.executable', process.executablePath)
  setNumber(fields, 'process.pid', process.pid)
  return { time: parseAnyTime(json.updatedAt ?? json.createdAt, context), fields }
}

export const parser: Parser = {
  name: 'aws-guardduty',
  reads: 'findings of GuardDuty',
  version: 1,
  clues: [{ json: ['schemaVersion', 'service', 'type'] }],
  parse,
  samples: [
    '{"schemaVersion":"2.0","accountId":"123456789012","region":"eu-west-1","id":"f1","type":"UnauthorizedAccess:EC2/SSHBruteForce","resource":{"resourceType":"Instance","instanceDetails":{"instanceId":"i-0c3"}},"service":{"serviceName":"guardduty","action":{"actionType":"NETWORK_CONNECTION","networkConnectionAction":{"connectionDirection":"INBOUND","protocol":"TCP","localPortDetails":{"port":22},"remotePortDetails":{"port":40022},"remoteIpDetails":{"ipAddressV4":"203.0.113.5"},"localIpDetails":{"ipAddressV4":"10.0.0.7"}}},"eventFirstSeen":"2026-03-10T11:00:00Z","eventLastSeen":"2026-03-10T12:00:00Z","count":9},"severity":2,"createdAt":"2026-03-10T12:00:00.1Z","updatedAt":"2026-03-10T12:00:00.1Z","title":"SSH brute force","description":"203.0.113.5 is performing SSH brute force attacks against i-0c3."}',
    '{"schemaVersion":"2.0","accountId":"123456789012","region":"eu-west-1","id":"f2","type":"Discovery:S3/MaliciousIPCaller","resource":{"resourceType":"S3Bucket","accessKeyDetails":{"principalId":"AIDA1","userName":"anna"}},"service":{"action":{"actionType":"AWS_API_CALL","awsApiCallAction":{"api":"ListBuckets","serviceName":"s3.amazonaws.com","remoteIpDetails":{"ipAddressV4":"198.51.100.9"}}}},"severity":8,"updatedAt":"2026-03-10T12:00:00Z","title":"t","description":"d"}',
  ],
}
