import type { Fields } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** Someone may act as another: then that other is the user. */
function setUser(fields: Fields, json: JsonObject): void {
  const own = objectOf(json.user)
  const impersonated = objectOf(json.impersonatedUser)
  setText(fields, 'user.name', impersonated.username ?? own.username)
  setText(fields, 'user.id', own.uid)
  if (impersonated.username !== undefined) setText(fields, 'user.effective.name', impersonated.username)
  const roles = listOf(impersonated.groups ?? own.groups)
    .slice(0, 100)
    .filter((role) => typeof role === 'string')
  if (roles.length > 0) fields['user.roles'] = roles
}

function setObject(fields: Fields, object: JsonObject): void {
  fields['orchestrator.type'] = 'kubernetes'
  setText(fields, 'orchestrator.namespace', object.namespace)
  setText(fields, 'orchestrator.resource.name', object.name)
  setText(fields, 'orchestrator.resource.type', object.resource)
  setText(fields, 'orchestrator.api_version', object.apiVersion)
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const id = textOf(json?.auditID)
  if (json === undefined || id === undefined) return undefined
  const fields = createFields()
  flattenJson(fields, 'kubernetes.audit', json)
  fields['event.module'] = 'kubernetes'
  fields['event.dataset'] = 'kubernetes.audit_logs'
  fields['event.id'] = id
  fields['event.code'] = id
  setText(fields, 'event.action', json.verb)
  setText(fields, 'event.start', json.requestReceivedTimestamp)
  setUser(fields, json)
  setObject(fields, objectOf(json.objectRef))
  setEnd(fields, 'source', listOf(json.sourceIPs)[0])
  setText(fields, 'user_agent.original', json.userAgent)
  setText(fields, 'url.path', json.requestURI)
  const status = objectOf(json.responseStatus)
  setNumber(fields, 'http.response.status_code', status.code)
  setText(fields, 'error.message', status.status === 'Failure' ? status.message : undefined)
  const annotations = objectOf(json.annotations)
  const decision = textOf(annotations['authorization.k8s.io/decision'])
  setText(fields, 'event.reason', annotations['authorization.k8s.io/reason'])
  const code = fields['http.response.status_code']
  if (decision === 'forbid') fields['event.type'] = ['access', 'denied']
  if (decision === 'forbid' || (typeof code === 'number' && code >= 400)) fields['event.outcome'] = 'failure'
  else if (decision === 'allow') fields['event.outcome'] = 'success'
  const stamp = json.requestReceivedTimestamp ?? json.stageTimestamp ?? json.timestamp
  return { time: parseAnyTime(stamp, context), fields }
}

export const parser: Parser = {
  name: 'kubernetes-audit',
  reads: "audit events of Kubernetes' API server",
  version: 1,
  clues: [{ json: ['auditID'] }],
  parse,
  samples: [
    '{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"a1","stage":"ResponseComplete","requestURI":"/api/v1/namespaces/shop/secrets/db","verb":"get","user":{"username":"anna@example.org","groups":["dev","system:authenticated"]},"sourceIPs":["192.0.2.7"],"userAgent":"kubectl/v1.32","objectRef":{"resource":"secrets","namespace":"shop","name":"db","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":200},"requestReceivedTimestamp":"2026-03-10T12:00:00.374424Z","stageTimestamp":"2026-03-10T12:00:00.4Z","annotations":{"authorization.k8s.io/decision":"allow","authorization.k8s.io/reason":"RBAC: allowed"}}',
    '{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"a2","stage":"ResponseComplete","requestURI":"/apis/rbac.authorization.k8s.io/v1/clusterrolebindings","verb":"create","user":{"username":"system:serviceaccount:shop:web"},"sourceIPs":["10.0.0.7"],"objectRef":{"resource":"clusterrolebindings"},"responseStatus":{"status":"Failure","code":403},"requestReceivedTimestamp":"2026-03-10T12:00:00Z","annotations":{"authorization.k8s.io/decision":"forbid"}}',
  ],
}
