import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setText } from '../cloud/set-text.ts'
import type { JsonObject } from '../parser.ts'
import { readActivity } from './read-activity.ts'
import { readAppService } from './read-app-service.ts'
import { readKeyVault, readStorage } from './read-data-plane.ts'
import { readFirewall } from './read-firewall.ts'
import { readFlow } from './read-flow.ts'
import { readFrontDoor, readGateway } from './read-gateway.ts'
import { readGraphActivity } from './read-graph-activity.ts'
import { readDirectoryAudit, readRisk, readSignIn } from './read-identity.ts'

/** What a category of records is and how its own part is read. */
export interface Stream {
  dataset: string
  /** Under which the record's own names stand. */
  prefix: string
  read(fields: Fields, record: JsonObject): void
}

const signIn: Stream = {
  dataset: 'azure.signinlogs',
  prefix: 'azure.signinlogs',
  read: (fields, { properties }) => readSignIn(fields, objectOf(properties)),
}
const audit: Stream = {
  dataset: 'azure.auditlogs',
  prefix: 'azure.auditlogs',
  read: (fields, { properties }) => {
    fields['service.name'] = 'Azure Active Directory'
    readDirectoryAudit(fields, objectOf(properties))
  },
}
const risk: Stream = {
  dataset: 'azure.identity_protection',
  prefix: 'azure.identityprotection',
  read: (fields, { properties }) => {
    fields['service.name'] = 'Azure Active Directory'
    readRisk(fields, objectOf(properties))
  },
}
const firewall: Stream = { dataset: 'azure.firewall_logs', prefix: 'azure.firewall', read: readFirewall }
const gateway: Stream = {
  dataset: 'azure.application_gateway',
  prefix: 'azure.application_gateway',
  read: readGateway,
}
const frontDoorAccess: Stream = {
  dataset: 'azure_frontdoor.access',
  prefix: 'azure.frontdoor',
  read: readFrontDoor,
}
const frontDoorWaf: Stream = {
  dataset: 'azure_frontdoor.waf',
  prefix: 'azure.frontdoor',
  read: readFrontDoor,
}
const graph: Stream = {
  dataset: 'azure.graphactivitylogs',
  prefix: 'azure.graphactivitylogs',
  read: readGraphActivity,
}
const provisioning: Stream = {
  dataset: 'azure.provisioning',
  prefix: 'azure.provisioning',
  read: () => undefined,
}
const groupFlow: Stream = {
  dataset: 'azure_network_watcher_nsg.log',
  prefix: 'azure.nsg_flow',
  read: readFlow,
}
const networkFlow: Stream = {
  dataset: 'azure_network_watcher_vnet.log',
  prefix: 'azure.vnet_flow',
  read: readFlow,
}
const spring: Stream = {
  dataset: 'azure.springcloudlogs',
  prefix: 'azure.springcloudlogs',
  read: (fields, { properties }) => setText(fields, 'message', objectOf(properties).Log),
}
const appService: Stream = {
  dataset: 'azure_app_service.app_service_logs',
  prefix: 'azure.app_service',
  read: readAppService,
}
const keyVault: Stream = { dataset: 'azure.keyvault', prefix: 'azure.keyvault', read: readKeyVault }
const storage: Stream = { dataset: 'azure.storage', prefix: 'azure.storage', read: readStorage }
export const activity: Stream = {
  dataset: 'azure.activitylogs',
  prefix: 'azure.activitylogs',
  read: readActivity,
}
export const platform: Stream = {
  dataset: 'azure.platformlogs',
  prefix: 'azure.platformlogs',
  read: () => undefined,
}

/** By `category` in lower case; https://learn.microsoft.com/azure/azure-monitor/reference/logs-index */
export const STREAMS: ReadonlyMap<string, Stream> = new Map([
  ['signinlogs', signIn],
  ['noninteractiveusersigninlogs', signIn],
  ['serviceprincipalsigninlogs', signIn],
  ['managedidentitysigninlogs', signIn],
  ['adfssigninlogs', signIn],
  ['auditlogs', audit],
  ['riskyusers', risk],
  ['userriskevents', risk],
  ['riskyserviceprincipals', risk],
  ['serviceprincipalriskevents', risk],
  ['provisioninglogs', provisioning],
  ['microsoftgraphactivitylogs', graph],
  ['azurefirewallapplicationrule', firewall],
  ['azurefirewallnetworkrule', firewall],
  ['azurefirewalldnsproxy', firewall],
  ['azfwnetworkrule', firewall],
  ['azfwapplicationrule', firewall],
  ['azfwnatrule', firewall],
  ['azfwdnsquery', firewall],
  ['azfwthreatintel', firewall],
  ['azfwidpssignature', firewall],
  ['azfwfqdnresolvefailure', firewall],
  ['azfwfatflow', firewall],
  ['azfwflowtrace', firewall],
  ['azfwnetworkruleaggregation', firewall],
  ['azfwapplicationruleaggregation', firewall],
  ['azfwnatruleaggregation', firewall],
  ['applicationgatewayaccesslog', gateway],
  ['applicationgatewayfirewalllog', gateway],
  ['frontdooraccesslog', frontDoorAccess],
  ['frontdoorwebapplicationfirewalllog', frontDoorWaf],
  ['networksecuritygroupflowevent', groupFlow],
  ['flowlogflowevent', networkFlow],
  ['applicationconsole', spring],
  ['systemlogs', spring],
  ['ingresslogs', spring],
  ['appservicehttplogs', appService],
  ['appserviceauditlogs', appService],
  ['appserviceipsecauditlogs', appService],
  ['appserviceconsolelogs', appService],
  ['appserviceapplogs', appService],
  ['auditevent', keyVault],
  ['storageread', storage],
  ['storagewrite', storage],
  ['storagedelete', storage],
  ['networksecuritygroupflowevents', groupFlow],
  ['administrative', activity],
  ['security', activity],
  ['servicehealth', activity],
  ['alert', activity],
  ['recommendation', activity],
  ['policy', activity],
  ['autoscale', activity],
  ['resourcehealth', activity],
  ['write', activity],
  ['delete', activity],
  ['action', activity],
])
