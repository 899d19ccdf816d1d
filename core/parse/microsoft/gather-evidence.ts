import { isObject } from '../json/flatten-json.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject } from '../parser.ts'
import type { Gathered } from './gathered.ts'

const member = (value: JsonObject, name: string): JsonObject => {
  const inner = value[name]
  return isObject(inner) ? inner : {}
}

function gatherUser(gathered: Gathered, account: JsonObject): void {
  const { accountName, domainName, userPrincipalName, userSid, displayName } = account
  gathered.add('user.name', accountName)
  gathered.add('user.domain', domainName)
  gathered.add('user.id', userPrincipalName ?? userSid)
  gathered.add('user.email', userPrincipalName)
  gathered.add('user.full_name', displayName)
}

function gatherFile(gathered: Gathered, prefix: 'file' | 'process', details: JsonObject): void {
  if (prefix === 'file') {
    gathered.add('file.name', details.fileName)
    gathered.add('file.path', details.filePath)
    gathered.add('file.size', details.fileSize)
  } else gathered.add('process.name', details.fileName)
  gathered.add(`${prefix}.hash.sha1`, details.sha1)
  gathered.add(`${prefix}.hash.sha256`, details.sha256)
  gathered.add(`${prefix}.hash.md5`, details.md5)
}

function gatherProcess(gathered: Gathered, evidence: JsonObject): void {
  gathered.add('process.pid', evidence.processId)
  gathered.add('process.command_line', evidence.processCommandLine)
  gathered.add('process.start', evidence.processCreationDateTime)
  gathered.add('process.parent.pid', evidence.parentProcessId)
  gathered.add('process.parent.start', evidence.parentProcessCreationDateTime)
  gatherFile(gathered, 'process', member(evidence, 'imageFile'))
  const parent = member(evidence, 'parentProcessImageFile')
  gathered.add('process.parent.name', parent.fileName)
  gatherUser(gathered, member(evidence, 'userAccount'))
}

function gatherMail(gathered: Gathered, evidence: JsonObject): void {
  gathered.add('email.subject', evidence.subject)
  gathered.add('email.message_id', evidence.internetMessageId)
  gathered.add('email.local_id', evidence.networkMessageId)
  gathered.add('email.to.address', evidence.recipientEmailAddress)
  gathered.add('email.delivery_timestamp', evidence.receivedDateTime)
  gathered.add(
    'email.from.address',
    member(evidence, 'p2Sender').emailAddress ?? member(evidence, 'p1Sender').emailAddress,
  )
  gathered.add('source.ip', evidence.senderIp)
}

/** Kinds of evidence in Microsoft Graph, without `#microsoft.graph.security.` and `Evidence`. */
const READERS: ReadonlyMap<string, (gathered: Gathered, evidence: JsonObject) => void> = new Map([
  [
    'device',
    (gathered, evidence) => {
      gathered.add('host.name', evidence.deviceDnsName)
      gathered.add('host.id', evidence.mdeDeviceId)
      gathered.add('host.os.name', evidence.osPlatform)
      gathered.add('host.os.version', evidence.version)
      const { loggedOnUsers: users } = evidence
      if (Array.isArray(users))
        for (const user of users.slice(0, 32)) if (isObject(user)) gathered.add('user.name', user.accountName)
    },
  ],
  ['file', (gathered, evidence) => gatherFile(gathered, 'file', member(evidence, 'fileDetails'))],
  ['process', gatherProcess],
  ['user', (gathered, evidence) => gatherUser(gathered, member(evidence, 'userAccount'))],
  ['mailbox', (gathered, evidence) => gatherUser(gathered, member(evidence, 'userAccount'))],
  ['analyzedMessage', gatherMail],
  ['ip', (gathered, evidence) => gathered.add('source.ip', evidence.ipAddress)],
  ['url', (gathered, evidence) => gathered.add('url.original', evidence.url)],
  [
    'registryKey',
    (gathered, evidence) => {
      gathered.add('registry.hive', evidence.registryHive)
      gathered.add('registry.key', evidence.registryKey)
    },
  ],
  [
    'registryValue',
    (gathered, evidence) => {
      gathered.add('registry.hive', evidence.registryHive)
      gathered.add('registry.key', evidence.registryKey)
      gathered.add('registry.value', evidence.registryValueName)
      gathered.add('registry.data.type', evidence.registryValueType)
      gathered.add('registry.data.strings', evidence.registryValue)
    },
  ],
])

const KIND = /^#microsoft\.graph\.security\.([A-Za-z]{1,40})Evidence$/

/** One thing that an alert of Microsoft Graph is about. */
export function gatherEvidence(gathered: Gathered, evidence: unknown): void {
  if (!isObject(evidence)) return
  const kind = KIND.exec(printScalar(evidence['@odata.type']))?.[1] ?? ''
  gathered.add('event.action', evidence.detectionStatus)
  READERS.get(kind)?.(gathered, evidence)
}

/** The entities of Defender's older interfaces: one flat shape for all kinds. */
export function gatherEntity(gathered: Gathered, entity: unknown): void {
  if (!isObject(entity)) return
  gatherFile(gathered, 'file', entity)
  gathered.add('process.pid', entity.processId)
  gathered.add('process.command_line', entity.processCommandLine)
  gathered.add('process.start', entity.processCreationTime)
  gathered.add('process.parent.pid', entity.parentProcessId)
  gathered.add('process.parent.start', entity.parentProcessCreationTime)
  gathered.add('source.ip', entity.ipAddress)
  gathered.add('url.original', entity.url)
  gathered.add('user.name', entity.accountName)
  gathered.add('user.domain', entity.domainName)
  gathered.add('user.id', entity.userSid ?? entity.aadUserId)
  gathered.add('user.email', entity.userPrincipalName)
  gathered.add('email.subject', entity.subject)
  gathered.add('email.from.address', entity.sender)
  gathered.add('email.to.address', entity.recipient)
  gathered.add('registry.hive', entity.registryHive)
  gathered.add('registry.key', entity.registryKey)
}
