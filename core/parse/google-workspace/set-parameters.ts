import type { Fields } from '../../event/event.ts'
import { setEmail } from '../cloud/set-email.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { setUrl } from '../web/set-url.ts'
import type { Parameters } from './read-parameters.ts'

/** Parameters that name the account something was done to. */
const TARGETS = [
  'user_email',
  'affected_email_address',
  'target_user',
  'member_id',
  'event_guest',
  'email_forwarding_destination_address',
]

function setTarget(fields: Fields, parameters: Parameters): void {
  for (const name of TARGETS) {
    const email = textOf(parameters.get(name))
    if (email === undefined || !email.includes('@')) continue
    setEmail(fields, 'user.target', email)
    return
  }
}

function setGroup(fields: Fields, parameters: Parameters): void {
  const email = textOf(parameters.get('group_email'))
  const at = email?.indexOf('@') ?? -1
  setText(fields, 'group.id', parameters.get('group_id'))
  if (email === undefined) return
  setText(fields, 'group.name', at > 0 ? email.slice(0, at) : email)
  if (at > 0) setText(fields, 'group.domain', email.slice(at + 1))
}

/** What a search of mail logs or an export covers. */
function setPeriod(fields: Fields, parameters: Parameters): void {
  const start = textOf(parameters.get('email_log_search_start_date') ?? parameters.get('start_date'))
  const end = textOf(parameters.get('email_log_search_end_date') ?? parameters.get('end_date'))
  const from = start === undefined ? undefined : parseIsoTime(start.replaceAll('/', '-'), 0)
  const to = end === undefined ? undefined : parseIsoTime(end.replaceAll('/', '-'), 0)
  const iso = (time: bigint): string => new Date(Number(time / 1_000_000n)).toISOString()
  if (from !== undefined) fields['event.start'] = iso(from)
  if (to !== undefined) fields['event.end'] = iso(to)
  if (from !== undefined && to !== undefined && to >= from) fields['event.duration'] = Number(to - from)
}

/** What parameters mean in ECS, whichever application they come from. */
export function setParameters(fields: Fields, parameters: Parameters): void {
  setTarget(fields, parameters)
  setGroup(fields, parameters)
  setPeriod(fields, parameters)
  const copy = (name: string, field: string): void => {
    const value = parameters.get(name)
    if (value !== undefined && value !== '') fields[field] ??= value
  }
  copy('doc_title', 'file.name')
  copy('owner', 'file.owner')
  copy('rule_name', 'rule.name')
  copy('rule_id', 'rule.id')
  copy('event_reason', 'event.reason')
  copy('device_name', 'host.name')
  copy('os_version', 'host.os.version')
  copy('device_platform', 'host.os.full')
  copy('directory_device_id', 'device.id')
  copy('device_id', 'device.id')
  copy('device_model', 'device.model.name')
  copy('user_agent', 'user_agent.original')
  copy('network_transport_protocol', 'network.transport')
  copy('network_name', 'network.name')
  copy('mobile_wireless_network_name', 'network.name')
  copy('group_name', 'group.name')
  copy('gmail_reset_reason', 'message')
  copy('email_log_search_msg_id', 'email.message_id')
  copy('request_id', 'google_workspace.request_id')
  setEnd(fields, 'source', parameters.get('ip_address'))
  const device = textOf(parameters.get('device_user'))
  if (device !== undefined && device !== '') fields['user.name'] ??= device
  const url = textOf(
    parameters.get('web_address') ?? parameters.get('url') ?? parameters.get('site_location'),
  )
  if (url?.startsWith('http')) setUrl(fields, url)
}
