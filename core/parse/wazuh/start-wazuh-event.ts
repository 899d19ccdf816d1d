import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'

export function startWazuhEvent(product: 'Wazuh' | 'OSSEC'): Fields {
  const fields = createFields()
  fields['event.module'] = 'wazuh'
  fields['event.dataset'] = 'wazuh.alerts'
  fields['observer.vendor'] = product
  fields['observer.product'] = product
  fields['observer.type'] = 'ids'
  return fields
}

export interface WazuhRule {
  id: string
  level: number | undefined
  description: string
  groups: readonly string[]
}

export function setWazuhRule(fields: Fields, { id, level, description, groups }: WazuhRule): void {
  if (id !== '') fields['rule.id'] = id
  if (description !== '') {
    fields['rule.name'] = description
    fields['rule.description'] = description
    fields.message ??= description
  }
  if (groups.length > 0) {
    fields['rule.category'] = groups[0] ?? ''
    fields['wazuh.rule.groups'] = groups
  }
  if (level !== undefined) fields['event.severity'] = level
  setGroups(fields, groups)
}

/** Groups that say what happened, most telling first; rules come in several groups. */
const GROUPS: readonly (readonly [group: string, category: string, type: string, outcome: string])[] = [
  ['authentication_success', 'authentication', 'start', 'success'],
  ['authentication_failed', 'authentication', 'start', 'failure'],
  ['authentication_failures', 'authentication', 'start', 'failure'],
  ['invalid_login', 'authentication', 'start', 'failure'],
  ['win_authentication_failed', 'authentication', 'start', 'failure'],
  ['account_changed', 'iam', 'change', 'success'],
  ['adduser', 'iam', 'creation', 'success'],
  ['syscheck', 'file', 'change', ''],
  ['rootcheck', 'host', 'info', ''],
  ['vulnerability-detector', 'vulnerability', 'info', ''],
  ['virus', 'malware', 'info', ''],
  ['attack', 'intrusion_detection', 'info', ''],
  ['exploit_attempt', 'intrusion_detection', 'info', ''],
  ['recon', 'intrusion_detection', 'info', ''],
  ['ids', 'intrusion_detection', 'info', ''],
  ['firewall_drop', 'network', 'denied', 'failure'],
  ['firewall', 'network', 'connection', ''],
  ['web', 'web', 'access', ''],
  ['accesslog', 'web', 'access', ''],
  ['sca', 'configuration', 'info', ''],
  ['policy_changed', 'configuration', 'change', ''],
  ['config_changed', 'configuration', 'change', ''],
  ['service_availability', 'host', 'info', ''],
  ['syslog', 'host', 'info', ''],
  ['windows', 'host', 'info', ''],
]

function setGroups(fields: Fields, groups: readonly string[]): void {
  const known = GROUPS.find(([group]) => groups.includes(group))
  if (!known) return
  const [, category, type, outcome] = known
  fields['event.category'] ??= [category]
  fields['event.type'] ??= [type]
  if (outcome !== '') fields['event.outcome'] ??= outcome
}
