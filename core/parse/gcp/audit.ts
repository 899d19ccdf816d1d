import type { Fields } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { numberOf } from '../cloud/number-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'

/** google.rpc.Code of calls that were refused, not broken: PERMISSION_DENIED, UNAUTHENTICATED. */
const REFUSED = new Set([7, 16])

/** google.cloud.audit.AuditLog: who called which method of which service on what, and whether he might. */
export function readAudit(fields: Fields, entry: JsonObject): void {
  const payload = objectOf(entry.protoPayload)
  const who = objectOf(payload.authenticationInfo)
  const request = objectOf(payload.requestMetadata)
  setText(fields, 'event.action', payload.methodName)
  setText(fields, 'service.name', payload.serviceName)
  const email = textOf(who.principalEmail)
  if (email !== undefined) {
    fields['user.name'] = email
    fields['user.email'] = email
    fields['client.user.email'] = email
  }
  setText(fields, 'client.user.id', who.principalSubject)
  const ip = textOf(request.callerIp)
  // `private` and `gce-internal-ip` are no addresses of a caller.
  if (ip !== undefined && isIp(ip)) setEnd(fields, 'source', ip)
  setText(fields, 'user_agent.original', request.callerSuppliedUserAgent)
  setVerdict(fields, payload)
  readWorkspaceEvent(fields, objectOf(payload.metadata))
  readOrchestrator(fields, entry, payload)
}

function setVerdict(fields: Fields, payload: JsonObject): void {
  const granted = listOf(payload.authorizationInfo).map((one) => objectOf(one).granted)
  const code = numberOf(objectOf(payload.status).code) ?? 0
  const allowed = granted.length > 0 && granted.every((one) => one === true)
  if (code !== 0) fields['event.outcome'] = 'failure'
  else if (granted.includes(false)) fields['event.outcome'] = 'failure'
  else if (allowed) fields['event.outcome'] = 'success'
  if (allowed) fields['event.type'] = ['access', 'allowed']
  else if (REFUSED.has(code) && granted.includes(false)) fields['event.type'] = ['access', 'denied']
}

/** Google Workspace's reports come inside, one or several events with parameters. */
function readWorkspaceEvent(fields: Fields, metadata: JsonObject): void {
  const events = listOf(metadata.event).map(objectOf)
  const [first] = events
  if (first === undefined) return
  const names = events.map((one) => textOf(one.eventName)).filter((name) => name !== undefined)
  if (names.length > 0) fields['gcp.audit.event_name'] = names
  const ok = objectOf(first.status).success
  if (typeof ok === 'boolean') fields['event.outcome'] ??= ok ? 'success' : 'failure'
}

function readOrchestrator(fields: Fields, entry: JsonObject, payload: JsonObject): void {
  const resource = objectOf(entry.resource)
  const type = textOf(resource.type) ?? ''
  if (!type.startsWith('k8s_') && type !== 'gke_cluster') return
  fields['orchestrator.type'] = 'kubernetes'
  setText(fields, 'orchestrator.cluster.name', objectOf(resource.labels).cluster_name)
  const name = textOf(payload.resourceName)
  if (payload.serviceName !== 'k8s.io' || name === undefined) return
  // apps/v1/namespaces/NAMESPACE/deployments/NAME, or group/version/kind without a namespace
  const [group, version, ...path] = name.split('/', 8)
  setText(fields, 'orchestrator.api_version', group === 'core' || version !== undefined ? version : group)
  const [scope, namespace] = path
  const rest = scope === 'namespaces' && path.length > 2 ? path.slice(2) : path
  if (rest !== path) setText(fields, 'orchestrator.namespace', namespace)
  setText(fields, 'orchestrator.resource.type', rest[0])
  setText(fields, 'orchestrator.resource.name', rest[1])
}
