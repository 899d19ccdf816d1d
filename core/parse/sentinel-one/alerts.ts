import type { Fields } from '../../event/event.ts'
import { account, executable, filePath, number, text } from '../fields/field-setters.ts'
import { addToList, createProductReader } from '../saas/create-product-reader.ts'
import { all, instant, onlyIp } from '../saas/value-setters.ts'
import { baseName } from '../text/base-name.ts'
import { isIp } from '../text/is-ip.ts'

const observer = { 'observer.vendor': 'SentinelOne', 'observer.product': 'Singularity' }

function finishAlert(fields: Fields): void {
  const key = fields['registry.path']
  const slash = typeof key === 'string' ? key.indexOf('\\') : -1
  if (typeof key === 'string' && slash > 0) fields['registry.hive'] = key.slice(0, slash)
}

/** What a rule of a customer found (`cloud-detection/alerts`). */
export const readAlert = createProductReader({
  prefix: 'sentinel_one.alert',
  dataset: 'sentinel_one.alert',
  constants: { ...observer, 'event.kind': 'alert', 'event.category': ['malware'], 'event.type': ['info'] },
  times: ['alertInfo.createdAt', 'alertInfo.reportedAt'],
  map: {
    'alertInfo.alertId': text('event.id'),
    'alertInfo.eventType': text('event.action'),
    'alertInfo.srcIp': onlyIp('source.ip'),
    'alertInfo.srcPort': number('source.port'),
    'alertInfo.dstIp': onlyIp('destination.ip'),
    'alertInfo.dstPort': number('destination.port'),
    'alertInfo.dnsRequest': text('dns.question.name'),
    'alertInfo.registryKeyPath': text('registry.key'),
    'alertInfo.registryPath': text('registry.path'),
    'alertInfo.registryValue': text('registry.value'),
    'alertInfo.loginsUserName': text('user.name'),
    'alertInfo.loginAccountDomain': text('user.domain'),
    'alertInfo.loginAccountSid': text('user.id'),
    'alertInfo.modulePath': text('dll.path'),
    'alertInfo.moduleSha1': text('dll.hash.sha1'),
    'ruleInfo.id': text('rule.id'),
    'ruleInfo.name': all(text('rule.name'), text('message')),
    'ruleInfo.description': text('rule.description'),
    'ruleInfo.severity': text('log.level'),
    'agentDetectionInfo.name': text('host.name'),
    'agentDetectionInfo.uuid': text('observer.serial_number'),
    'agentDetectionInfo.version': text('observer.version'),
    'agentDetectionInfo.osFamily': all(text('host.os.family'), text('host.os.type')),
    'agentDetectionInfo.osName': text('host.os.name'),
    'agentDetectionInfo.osRevision': text('host.os.version'),
    'agentDetectionInfo.machineType': text('host.type'),
    'agentRealtimeInfo.id': text('host.id'),
    'sourceProcessInfo.filePath': executable('process'),
    'sourceProcessInfo.name': (fields, value) => {
      if (value !== '') fields['process.name'] = String(value)
    },
    'sourceProcessInfo.commandline': text('process.command_line'),
    'sourceProcessInfo.pid': number('process.pid'),
    'sourceProcessInfo.uniqueId': text('process.entity_id'),
    'sourceProcessInfo.user': all(text('process.user.name'), account('user')),
    'sourceProcessInfo.pidStarttime': instant('process.start'),
    'sourceProcessInfo.fileHashMd5': text('process.hash.md5'),
    'sourceProcessInfo.fileHashSha1': text('process.hash.sha1'),
    'sourceProcessInfo.fileHashSha256': text('process.hash.sha256'),
    'sourceProcessInfo.fileSignerIdentity': text('process.code_signature.signing_id'),
    'sourceParentProcessInfo.filePath': text('process.parent.executable'),
    'sourceParentProcessInfo.name': text('process.parent.name'),
    'sourceParentProcessInfo.commandline': text('process.parent.command_line'),
    'sourceParentProcessInfo.pid': number('process.parent.pid'),
    'sourceParentProcessInfo.uniqueId': text('process.parent.entity_id'),
    'sourceParentProcessInfo.pidStarttime': instant('process.parent.start'),
    'targetProcessInfo.tgtFilePath': filePath('file'),
    'targetProcessInfo.tgtFileHashSha1': text('file.hash.sha1'),
    'targetProcessInfo.tgtFileHashSha256': text('file.hash.sha256'),
    'containerInfo.id': text('container.id'),
    'containerInfo.name': text('container.name'),
    'containerInfo.image': text('container.image.name'),
    'kubernetesInfo.cluster': text('orchestrator.cluster.name'),
    'kubernetesInfo.namespace': text('orchestrator.namespace'),
  },
  lists: { 'alertInfo.srcMachineIp': 'host.ip' },
  finish: finishAlert,
})

const THREAT = 'sentinel_one.threat'

function finishThreat(fields: Fields): void {
  const engines = fields[`${THREAT}.threatInfo.engines`]
  if (Array.isArray(engines)) fields['event.action'] = engines.join(',')
  const kind = String(fields[`${THREAT}.threatInfo.classification`] ?? '').toLowerCase()
  const malware = ['malware', 'trojan', 'ransomware', 'virus', 'worm', 'backdoor', 'rootkit'].includes(kind)
  fields['event.category'] = [malware ? 'malware' : 'threat']
  fields['event.type'] = [malware ? 'info' : 'indicator']
  for (const name of ['inet', 'inet6']) {
    addToList(fields, 'host.ip', fields[`${THREAT}.agentRealtimeInfo.networkInterfaces.${name}`])
  }
  // The agent's own addresses come in one text.
  const own = fields[`${THREAT}.agentDetectionInfo.agentIpV4`]
  for (const ip of String(own ?? '').split(',', 50)) if (isIp(ip)) addToList(fields, 'host.ip', ip)
  const parent = fields['process.parent.name']
  if (parent !== undefined) fields['process.name'] = parent
}

/** What the agent found (`threats`). */
export const readThreat = createProductReader({
  prefix: THREAT,
  dataset: THREAT,
  constants: { ...observer, 'event.kind': 'alert' },
  times: ['threatInfo.updatedAt', 'threatInfo.createdAt'],
  map: {
    id: text('event.id'),
    'threatInfo.threatId': text('sentinel_one.threat.id'),
    'threatInfo.threatName': all(text('message'), text('file.name')),
    'threatInfo.classification': text('threat.software.type'),
    'threatInfo.confidenceLevel': text('log.level'),
    'threatInfo.filePath': all(filePath('file'), text('threat.indicator.file.path')),
    'threatInfo.fileSize': all(number('file.size'), number('threat.indicator.file.size')),
    'threatInfo.fileExtension': all(text('file.extension'), text('threat.indicator.file.extension')),
    'threatInfo.md5': all(text('file.hash.md5'), text('threat.indicator.file.hash.md5')),
    'threatInfo.sha1': all(text('file.hash.sha1'), text('threat.indicator.file.hash.sha1')),
    'threatInfo.sha256': all(text('file.hash.sha256'), text('threat.indicator.file.hash.sha256')),
    'threatInfo.originatorProcess': text('process.parent.name'),
    'threatInfo.maliciousProcessArguments': text('process.command_line'),
    'threatInfo.processUser': account('user'),
    'agentDetectionInfo.agentLastLoggedInUserName': text('user.name'),
    'agentDetectionInfo.agentDomain': all(text('user.domain'), text('host.domain')),
    'agentDetectionInfo.groupId': text('group.id'),
    'agentRealtimeInfo.agentComputerName': text('host.name'),
    'agentRealtimeInfo.agentId': text('host.id'),
    'agentRealtimeInfo.agentDomain': text('host.domain'),
    'agentRealtimeInfo.agentOsName': text('host.os.name'),
    'agentRealtimeInfo.agentOsType': text('host.os.type'),
    'agentRealtimeInfo.agentVersion': text('observer.version'),
  },
  lists: {
    'agentDetectionInfo.externalIp': 'host.ip',
    'indicators.ids': 'threat.tactic.id',
    'indicators.tactics.name': 'threat.tactic.name',
    'indicators.tactics.techniques.name': 'threat.technique.id',
    'indicators.tactics.techniques.link': 'threat.technique.reference',
  },
  finish: finishThreat,
})

/** Singularity Identity: attacks on directories (`unified alerts`). */
export const readIdentity = createProductReader({
  prefix: 'sentinel_one.identity',
  dataset: 'sentinel_one.identity',
  constants: {
    'observer.vendor': 'SentinelOne',
    'observer.product': 'Singularity Identity',
    'event.kind': 'alert',
    'event.category': ['intrusion_detection'],
    'event.type': ['info'],
  },
  times: ['detectedAt'],
  map: {
    id: text('event.id'),
    name: all(text('rule.name'), text('message')),
    description: text('event.reason'),
    severity: text('log.level'),
    firstSeenAt: instant('event.start'),
    lastSeenAt: instant('event.end'),
    'detectionSource.product': text('event.provider'),
    'process.cmdLine': text('process.command_line'),
    'process.file.path': executable('process'),
    'process.file.sha1': text('process.hash.sha1'),
    'process.file.sha256': text('process.hash.sha256'),
    'process.file.md5': text('process.hash.md5'),
    'process.parentName': (fields, value) => {
      fields['process.parent.name'] = baseName(String(value))
    },
  },
})

/** Agents as they are (`agents`). */
export const readAgent = createProductReader({
  prefix: 'sentinel_one.agent',
  dataset: 'sentinel_one.agent',
  constants: { ...observer, 'event.kind': 'event', 'event.category': ['host'], 'event.type': ['info'] },
  times: ['updatedAt', 'lastActiveDate', 'createdAt'],
  map: {
    uuid: text('agent.id'),
    id: text('host.id'),
    agentVersion: text('observer.version'),
    computerName: text('host.name'),
    domain: text('host.domain'),
    osName: text('host.os.name'),
    osType: text('host.os.type'),
    osRevision: text('host.os.version'),
    lastLoggedInUserName: text('user.name'),
    groupId: text('group.id'),
    groupName: text('group.name'),
    accountId: text('organization.id'),
  },
  lists: {
    externalIp: 'host.ip',
    'networkInterfaces.inet': 'host.ip',
    'networkInterfaces.inet6': 'host.ip',
    'networkInterfaces.physical': 'host.mac',
  },
})
