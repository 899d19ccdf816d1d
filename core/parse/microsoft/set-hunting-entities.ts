import type { Fields } from '../../event/event.ts'
import { filePath } from '../fields/field-setters.ts'
import { baseName } from '../text/base-name.ts'
import { setPeer } from '../text/set-peer.ts'
import { setUrl } from '../web/set-url.ts'
import type { Row } from './row.ts'

const file = filePath('file')

export function set(fields: Fields, field: string, value: string | number | undefined): void {
  if (value !== undefined) fields[field] ??= value
}

/** Folders come with and without the file's name. */
export function joinPath(folder: string | undefined, name: string | undefined): string | undefined {
  if (folder === undefined || name === undefined) return folder
  const last = baseName(folder).toLowerCase()
  if (last === name.toLowerCase() || last.endsWith('.exe')) return folder
  const separator = folder.includes('/') && !folder.includes('\\') ? '/' : '\\'
  return /[\\/]$/.test(folder) ? folder + name : folder + separator + name
}

function setHashes(fields: Fields, prefix: string, row: Row, columns: string): void {
  set(fields, `${prefix}.hash.md5`, row.text(`${columns}MD5`))
  set(fields, `${prefix}.hash.sha1`, row.text(`${columns}SHA1`))
  set(fields, `${prefix}.hash.sha256`, row.text(`${columns}SHA256`))
}

/** The program that did it: `InitiatingProcessFileName` and its kin. */
export function setInitiator(fields: Fields, prefix: string, row: Row): void {
  const name = row.text('InitiatingProcessFileName')
  const path = joinPath(row.text('InitiatingProcessFolderPath'), name)
  set(fields, `${prefix}.executable`, path)
  set(fields, `${prefix}.name`, name ?? (path === undefined ? undefined : baseName(path)))
  set(fields, `${prefix}.pid`, row.number('InitiatingProcessId'))
  set(fields, `${prefix}.command_line`, row.text('InitiatingProcessCommandLine'))
  set(fields, `${prefix}.start`, row.text('InitiatingProcessCreationTime'))
  set(fields, `${prefix}.entity_id`, row.text('InitiatingProcessUniqueId'))
  setHashes(fields, prefix, row, 'InitiatingProcess')
  setVersion(fields, prefix, row, 'InitiatingProcess')
}

export function setInitiatorsParent(fields: Fields, prefix: string, row: Row): void {
  set(fields, `${prefix}.name`, row.text('InitiatingProcessParentFileName'))
  set(fields, `${prefix}.pid`, row.number('InitiatingProcessParentId'))
  set(fields, `${prefix}.start`, row.text('InitiatingProcessParentCreationTime'))
}

function setVersion(fields: Fields, prefix: string, row: Row, columns: string): void {
  const version = `${columns}VersionInfo`
  set(fields, `${prefix}.pe.company`, row.text(`${version}CompanyName`))
  set(fields, `${prefix}.pe.product`, row.text(`${version}ProductName`))
  set(fields, `${prefix}.pe.description`, row.text(`${version}FileDescription`))
  set(fields, `${prefix}.pe.original_file_name`, row.text(`${version}OriginalFileName`))
  set(fields, `${prefix}.pe.file_version`, row.text(`${version}ProductVersion`))
}

/** What was started: `FileName`, `ProcessCommandLine` and their kin. */
export function setStarted(fields: Fields, row: Row): void {
  const name = row.text('FileName', 'ProcessName')
  const path = joinPath(row.text('FolderPath', 'ProcessCurrentWorkingDirectory'), name)
  set(fields, 'process.executable', path)
  set(fields, 'process.name', name ?? (path === undefined ? undefined : baseName(path)))
  set(fields, 'process.pid', row.number('ProcessId'))
  set(fields, 'process.command_line', row.text('ProcessCommandLine'))
  set(fields, 'process.start', row.text('ProcessCreationTime'))
  set(fields, 'process.entity_id', row.text('ProcessUniqueId'))
  setHashes(fields, 'process', row, '')
  setVersion(fields, 'process', row, 'Process')
}

export function setFile(fields: Fields, row: Row): void {
  const name = row.text('FileName')
  const path = joinPath(row.text('FolderPath'), name)
  if (path !== undefined) file(fields, path)
  if (name !== undefined) {
    fields['file.name'] = name
    const dot = name.lastIndexOf('.')
    if (dot > 0 && name.length - dot <= 16) fields['file.extension'] ??= name.slice(dot + 1)
  }
  set(fields, 'file.size', row.number('FileSize'))
  setHashes(fields, 'file', row, '')
}

export function setUser(fields: Fields, row: Row, columns: string): void {
  set(fields, 'user.name', row.text(`${columns}AccountName`))
  set(fields, 'user.domain', row.text(`${columns}AccountDomain`))
  set(fields, 'user.id', row.text(`${columns}AccountSid`, `${columns}AccountObjectId`, `${columns}AccountId`))
  set(fields, 'user.full_name', row.text(`${columns}AccountDisplayName`))
  set(fields, 'user.email', row.text(`${columns}AccountUpn`))
}

/** What came in has the other side as its source. */
export function setConnection(fields: Fields, row: Row, inbound: boolean): void {
  const [remote, local] = inbound
    ? (['source', 'destination'] as const)
    : (['destination', 'source'] as const)
  const there = row.text('RemoteIP')
  const here = row.text('LocalIP')
  if (there !== undefined) setPeer(fields, remote, there)
  if (here !== undefined) setPeer(fields, local, here)
  set(fields, `${remote}.port`, row.number('RemotePort'))
  set(fields, `${local}.port`, row.number('LocalPort'))
}

/** A URL may name its user, who is no part of the domain. */
export function setWebUrl(fields: Fields, url: string | undefined): void {
  if (url === undefined) return
  setUrl(fields, url)
  const domain = String(fields['url.domain'] ?? '')
  const at = domain.lastIndexOf('@')
  if (at >= 0) {
    const [user = ''] = domain.slice(0, at).split(':', 1)
    if (user !== '') fields['url.username'] = user
    fields['url.domain'] = domain.slice(at + 1)
  }
  if (url.includes('://')) fields['url.full'] = url
  const ports = fields['url.scheme'] === 'https' ? 443 : fields['url.scheme'] === 'http' ? 80 : undefined
  set(fields, 'url.port', ports)
}

const HIVES: ReadonlyMap<string, string> = new Map([
  ['HKEY_LOCAL_MACHINE', 'HKLM'],
  ['HKEY_CURRENT_USER', 'HKCU'],
  ['HKEY_USERS', 'HKU'],
  ['HKEY_CLASSES_ROOT', 'HKCR'],
  ['HKEY_CURRENT_CONFIG', 'HKCC'],
])

export function setRegistry(fields: Fields, row: Row): void {
  const whole = row.text('RegistryKey', 'PreviousRegistryKey')
  const value = row.text('RegistryValueName', 'PreviousRegistryValueName')
  if (whole !== undefined) {
    const slash = whole.indexOf('\\')
    const name = slash < 0 ? whole : whole.slice(0, slash)
    const hive = HIVES.get(name.toUpperCase()) ?? name
    const key = slash < 0 ? '' : whole.slice(slash + 1)
    fields['registry.hive'] = hive
    if (key !== '') fields['registry.key'] = key
    fields['registry.path'] = [hive, key, value ?? ''].filter((part) => part !== '').join('\\')
  }
  set(fields, 'registry.value', value)
  set(fields, 'registry.data.type', row.text('RegistryValueType'))
  const data = row.text('RegistryValueData')
  if (data !== undefined) fields['registry.data.strings'] = [data]
}
