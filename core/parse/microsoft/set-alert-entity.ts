import type { Fields } from '../../event/event.ts'
import { isObject } from '../json/flatten-json.ts'
import type { JsonObject } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { Row } from './row.ts'
import { joinPath, set, setWebUrl } from './set-hunting-entities.ts'

const rowOf = (value: unknown): Row | undefined => (isObject(value) ? new Row(value) : undefined)

function setHashes(fields: Fields, prefix: string, hashes: unknown): void {
  if (!Array.isArray(hashes)) return
  for (const entry of hashes.slice(0, 8)) {
    const row = rowOf(entry)
    const algorithm = row?.text('Algorithm')?.toLowerCase() ?? ''
    if (/^[a-z0-9]{3,8}$/.test(algorithm)) set(fields, `${prefix}.hash.${algorithm}`, row?.text('Value'))
  }
}

function setImage(fields: Fields, prefix: string, image: Row): void {
  const name = image.text('Name')
  const directory = image.text('Directory')
  set(fields, `${prefix}.executable`, joinPath(directory, name))
  set(fields, `${prefix}.name`, name)
  setHashes(fields, prefix, image.values.FileHashes)
}

function setProcess(fields: Fields, row: Row, prefix: string): void {
  const image = rowOf(row.values.ImageFile)
  const parent = rowOf(row.values.ParentProcess)
  const account = rowOf(row.values.Account)
  set(fields, `${prefix}.pid`, row.number('ProcessId'))
  set(fields, `${prefix}.command_line`, row.text('CommandLine'))
  set(fields, `${prefix}.start`, row.text('CreationTimeUtc'))
  if (image) setImage(fields, prefix, image)
  if (parent && prefix === 'process') setProcess(fields, parent, 'process.parent')
  if (account && prefix === 'process') setAccount(fields, account)
}

function setFile(fields: Fields, row: Row): void {
  const name = row.text('Name')
  set(fields, 'file.name', name)
  set(fields, 'file.directory', row.text('Directory'))
  set(fields, 'file.path', joinPath(row.text('Directory'), name))
  setHashes(fields, 'file', row.values.FileHashes)
}

function setAccount(fields: Fields, row: Row): void {
  const name = row.text('Name')
  const suffix = row.text('UPNSuffix')
  set(fields, 'user.name', name)
  set(fields, 'user.domain', row.text('NTDomain'))
  set(fields, 'user.id', row.text('Sid', 'AadUserId'))
  if (name !== undefined && suffix !== undefined) set(fields, 'user.email', `${name}@${suffix}`)
}

function setHost(fields: Fields, row: Row): void {
  const name = row.text('HostName', 'NetBiosName')
  const domain = row.text('DnsDomain')
  set(fields, 'host.hostname', name)
  set(fields, 'host.domain', domain)
  if (name !== undefined) set(fields, 'host.name', domain === undefined ? name : `${name}.${domain}`)
  set(fields, 'host.os.family', row.text('OSFamily')?.toLowerCase())
}

function setAddress(fields: Fields, row: Row): void {
  const address = row.text('Address')
  if (address !== undefined && isIp(address) && fields['source.ip'] === undefined)
    setPeer(fields, 'source', address)
}

function setNetwork(fields: Fields, row: Row): void {
  for (const [side, columns] of [
    ['source', 'Source'],
    ['destination', 'Destination'],
  ] as const) {
    const address = rowOf(row.values[`${columns}Address`])?.text('Address')
    if (address !== undefined) setPeer(fields, side, address)
    set(fields, `${side}.port`, row.number(`${columns}Port`))
  }
  set(fields, 'network.transport', row.text('Protocol')?.toLowerCase())
}

function setMail(fields: Fields, row: Row): void {
  const { Urls: urls } = row.values
  const sender = row.text('P2Sender', 'Sender', 'P1Sender')
  const recipient = row.text('Recipient')
  set(fields, 'email.local_id', row.text('NetworkMessageId'))
  set(fields, 'email.message_id', row.text('InternetMessageId'))
  set(fields, 'email.subject', row.text('Subject'))
  if (sender !== undefined) fields['email.from.address'] ??= [sender]
  if (recipient !== undefined) fields['email.to.address'] ??= [recipient]
  if (Array.isArray(urls) && typeof urls[0] === 'string') setWebUrl(fields, urls[0])
}

const READERS: ReadonlyMap<string, (fields: Fields, row: Row) => void> = new Map([
  ['process', (fields, row) => setProcess(fields, row, 'process')],
  ['file', setFile],
  ['account', setAccount],
  ['host', setHost],
  ['ip', setAddress],
  ['url', (fields, row) => setWebUrl(fields, row.text('Url'))],
  ['blob', (fields, row) => setWebUrl(fields, row.text('Url'))],
  ['network-connection', setNetwork],
  ['mailmessage', setMail],
  ['dns', (fields, row) => set(fields, 'dns.question.name', row.text('DomainName'))],
  [
    'registry-key',
    (fields, row) => {
      set(fields, 'registry.hive', row.text('Hive'))
      set(fields, 'registry.key', row.text('Key'))
    },
  ],
  ['azure-resource', (fields, row) => set(fields, 'cloud.instance.id', row.text('ResourceId'))],
])

/** One of the things an alert of Microsoft is about: a process, a file, an account, an address. */
export function setAlertEntity(fields: Fields, entity: unknown): void {
  const row = rowOf(entity)
  const type = row?.text('Type', 'type')?.toLowerCase()
  if (row && type !== undefined) READERS.get(type)?.(fields, row)
}

const MAX_ENTITIES = 100

/** Entities refer to each other by `{"$ref": "3"}`; what they refer to has come before. */
export function setAlertEntities(fields: Fields, entities: unknown): void {
  if (!Array.isArray(entities)) return
  for (const entity of entities.slice(0, MAX_ENTITIES) as JsonObject[]) setAlertEntity(fields, entity)
}
