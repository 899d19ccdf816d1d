import type { Fields } from '../../event/event.ts'
import { account, executable, filePath, number, text } from '../fields/field-setters.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { all, onlyIp } from '../saas/value-setters.ts'

/** Malware, people and settings are told apart by the sentence, where the number of the activity is not known. */
function setCategory(fields: Fields): void {
  const sentence = String(fields['event.reason'] ?? '').slice(0, 300)
  if (sentence === '') return
  const changed = sentence.includes(' added or modified ')
  const added = sentence.includes(' added ')
  if (changed) fields['event.type'] = ['creation', 'change']
  else if (added) fields['event.type'] = ['creation']
  else fields['event.type'] = ['info']
  if (/[Tt]hreat /.test(sentence) || sentence.includes(' threat: ')) fields['event.category'] = ['malware']
  else if (sentence.includes('Verification Email')) fields['event.category'] = ['email']
  else if (added) fields['event.category'] = ['configuration']
}

function finish(fields: Fields): void {
  setCategory(fields)
  const name = fields['sentinel_one.activity.data.username']
  if (typeof name === 'string') fields['user.full_name'] = name
  const path = fields['sentinel_one.activity.data.value']
  if (typeof path === 'string' && fields['sentinel_one.activity.data.exclusionType'] === 'path') {
    filePath('file')(fields, path)
  }
  if (typeof fields['sentinel_one.activity.data.ruleid'] === 'string') fields['event.kind'] = 'alert'
}

export const readActivity = createProductReader({
  prefix: 'sentinel_one.activity',
  dataset: 'sentinel_one.activity',
  constants: {
    'event.kind': 'event',
    'observer.vendor': 'SentinelOne',
    'observer.product': 'Singularity',
  },
  times: ['createdAt', 'updatedAt'],
  map: {
    activityType: text('event.code'),
    activityUuid: text('event.id'),
    id: text('event.id'),
    primaryDescription: all(text('message'), text('event.reason')),
    userId: text('user.id'),
    groupId: all(text('group.id'), text('user.group.id')),
    groupName: all(text('group.name'), text('user.group.name')),
    accountId: text('organization.id'),
    accountName: text('organization.name'),
    agentId: text('host.id'),
    osFamily: text('host.os.family'),
    hash: text('file.hash.sha1'),
    'data.username': text('user.name'),
    'data.recoveryEmail': text('user.email'),
    'data.email': text('user.email'),
    'data.computerName': text('host.name'),
    'data.origagentname': text('host.name'),
    'data.osFamily': text('host.os.family'),
    'data.filePath': filePath('file'),
    'data.fileDisplayName': text('file.name'),
    'data.fileContentHash': text('file.hash.sha1'),
    'data.threatClassification': text('threat.software.type'),
    'data.confidenceLevel': text('sentinel_one.activity.confidence_level'),
    'data.ruleId': text('rule.id'),
    'data.ruleid': text('rule.id'),
    'data.ruleName': text('rule.name'),
    'data.rulename': text('rule.name'),
    'data.ruleDescription': text('rule.description'),
    'data.ruledescription': text('rule.description'),
    'data.severity': text('log.level'),
    'data.sourceprocessname': all(text('process.name'), text('file.name')),
    'data.sourceprocessfilepath': executable('process'),
    'data.sourceprocesscommandline': text('process.command_line'),
    'data.sourceprocesspid': number('process.pid'),
    'data.sourceprocessusername': account('user'),
    'data.sourceprocesssha1': text('process.hash.sha1'),
    'data.sourceprocesssha256': text('process.hash.sha256'),
    'data.sourceparentprocessname': text('process.parent.name'),
    'data.sourceparentprocesspath': text('process.parent.executable'),
    'data.sourceparentprocesscommandline': text('process.parent.command_line'),
    'data.sourceparentprocesspid': number('process.parent.pid'),
    'data.k8scontainerid': text('container.id'),
    'data.k8scontainername': text('container.name'),
    'data.srcip': onlyIp('source.ip'),
    'data.dstip': onlyIp('destination.ip'),
    'data.reportedRemoteHost': all(onlyIp('destination.ip'), text('destination.address')),
    'data.reportedDirection': text('network.direction'),
    'data.direction': text('network.direction'),
    'data.reportedProtocol': text('network.transport'),
  },
  lists: { 'data.externalIp': 'host.ip', 'data.ipAddress': 'host.ip' },
  finish,
})
