import type { Fields } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEmail } from '../cloud/set-email.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { readParameters } from '../google-workspace/read-parameters.ts'
import { setParameters } from '../google-workspace/set-parameters.ts'
import { flattenJson } from '../json/flatten-json.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

const MAX_EVENTS = 50

/** Streams that Elastic names otherwise than Google its applications. */
const STREAMS: ReadonlyMap<string, string> = new Map([
  ['groups_enterprise', 'group_enterprise'],
  ['mobile', 'device'],
])

function setActor(fields: Fields, actor: JsonObject): void {
  setText(fields, 'user.id', actor.profileId)
  setText(fields, 'source.user.id', actor.profileId)
  setText(fields, 'google_workspace.actor.type', actor.callerType)
  setText(fields, 'google_workspace.actor.key', actor.key)
  const email = textOf(actor.email)
  if (email === undefined) return
  // What is no address says little; the device's user says more.
  if (!email.includes('@')) fields['user.email'] = email
  else {
    setEmail(fields, 'user', email)
    setEmail(fields, 'source.user', email)
  }
}

/** Of several events the first is described; parameters only others have, and all names, stay findable. */
function setEvents(fields: Fields, stream: string, events: readonly JsonObject[]): void {
  const [first] = events
  if (first === undefined) return
  const names = events.map((event) => textOf(event.name)).filter((name) => name !== undefined)
  setText(fields, 'event.action', names[0])
  if (names.length > 0) fields['google_workspace.event.name'] = names
  setText(fields, 'google_workspace.event.type', first.type)
  for (const event of events) {
    const parameters = readParameters(event)
    for (const [key, value] of parameters) fields[`google_workspace.${stream}.${key}`] ??= value
    setParameters(fields, parameters)
  }
}

function outcomeOf(fields: Fields): 'success' | 'failure' | undefined {
  const action = String(fields['event.action']).toLowerCase()
  if (action.endsWith('_failure') || action.endsWith('_fail')) return 'failure'
  if (action.endsWith('_success')) return 'success'
  const status = fields['google_workspace.login.login_challenge_status']
  if (status === undefined) return undefined
  return /pass/i.test(printScalar(status).slice(0, 100)) ? 'success' : 'failure'
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const id = objectOf(json.id)
  const application = textOf(id.applicationName)
  if (application === undefined) return undefined
  const stream = STREAMS.get(application) ?? application
  const fields = createFields()
  fields['event.module'] = 'google_workspace'
  fields['event.dataset'] = `google_workspace.${stream}`
  fields['event.provider'] = application
  fields['network.application'] = application
  // As Cloud Audit Logs name it.
  fields['service.name'] = `${application}.googleapis.com`
  setText(fields, 'event.id', id.uniqueQualifier)
  setText(fields, 'organization.id', id.customerId)
  setText(fields, 'cloud.account.id', id.customerId)
  setText(fields, 'google_workspace.kind', json.kind)
  setText(fields, 'google_workspace.organization.domain', json.ownerDomain)
  if (json.networkInfo !== undefined) flattenJson(fields, 'google_workspace.network_info', json.networkInfo)
  setEnd(fields, 'source', json.ipAddress)
  setActor(fields, objectOf(json.actor))
  setEvents(fields, stream, listOf(json.events).slice(0, MAX_EVENTS).map(objectOf))
  const outcome = outcomeOf(fields)
  if (outcome !== undefined) fields['event.outcome'] = outcome
  return { time: parseAnyTime(id.time, context), fields }
}

export const parser: Parser = {
  name: 'google-workspace',
  reads: 'activities of Google Workspace (Admin SDK Reports API), all applications',
  version: 1,
  clues: [{ json: ['actor', 'id', 'events'] }],
  parse,
  samples: [
    '{"kind":"admin#reports#activity","id":{"time":"2026-03-10T12:00:00.5Z","uniqueQualifier":"-71","applicationName":"login","customerId":"C0"},"actor":{"callerType":"USER","email":"anna@example.org","profileId":"1"},"ipAddress":"192.0.2.7","events":[{"type":"login","name":"login_failure","parameters":[{"name":"login_type","value":"google_password"},{"name":"is_suspicious","boolValue":true}]}]}',
    '{"kind":"admin#reports#activity","id":{"time":"2026-03-10T12:00:00Z","uniqueQualifier":7,"applicationName":"admin","customerId":"C0"},"actor":{"callerType":"USER","email":"root@example.org","profileId":2},"ownerDomain":"example.org","ipAddress":"2001:db8::7","events":{"type":"USER_SETTINGS","name":"CREATE_USER","parameters":[{"name":"USER_EMAIL","value":"new@example.org"}]}}',
    '{"kind":"admin#reports#activity","id":{"time":"2026-03-10T12:00:00Z","uniqueQualifier":8,"applicationName":"drive","customerId":"C0"},"actor":{"email":"anna@example.org","profileId":"1"},"ipAddress":"192.0.2.7","events":[{"type":"access","name":"edit","parameters":[{"name":"doc_title","value":"Plan"},{"name":"owner","value":"ben@example.org"}]},{"type":"acl_change","name":"change_user_access","parameters":[{"name":"target_user","value":"eve@example.net"},{"name":"new_value","multiValue":["can_edit"]}]}]}',
  ],
}
