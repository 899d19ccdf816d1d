import type { Fields } from '../../event/event.ts'
import type { AuditRecord } from './read-record.ts'

/** The person who logged in at first (auid) acts; `uid` is who he was at that moment. */
const AUTHENTICATION = new Set([
  ...['CRED_ACQ', 'CRED_DISP', 'CRED_REFR', 'GRP_AUTH', 'USER_ACCT', 'USER_AUTH', 'USER_END', 'USER_ERR'],
  ...['USER_LOGIN', 'USER_LOGOUT', 'USER_START'],
])
const USER_CHANGES = new Set([
  'ADD_USER',
  'DEL_USER',
  'USER_MGMT',
  'USER_CHAUTHTOK',
  'ACCT_LOCK',
  'ACCT_UNLOCK',
])
const GROUP_CHANGES = new Set(['ADD_GROUP', 'DEL_GROUP', 'GRP_MGMT', 'GRP_CHAUTHTOK'])

const IDS: Readonly<Record<string, string>> = {
  gid: 'user.group.id',
  auid: 'user.audit.id',
  euid: 'user.effective.id',
  egid: 'user.effective.group.id',
  suid: 'user.saved.id',
  sgid: 'user.saved.group.id',
  fsuid: 'user.filesystem.id',
  fsgid: 'user.filesystem.group.id',
  ouid: 'file.uid',
  ogid: 'file.gid',
}

const NAMES: Readonly<Record<string, string>> = {
  GID: 'user.group.name',
  AUID: 'user.audit.name',
  EUID: 'user.effective.name',
  EGID: 'user.effective.group.name',
  SUID: 'user.saved.name',
  SGID: 'user.saved.group.name',
  FSUID: 'user.filesystem.name',
  FSGID: 'user.filesystem.group.name',
  OUID: 'file.owner',
  OGID: 'file.group',
}

function setAccount(fields: Fields, prefix: string, value: string | undefined): void {
  if (value === undefined) return
  fields[`${prefix}.${/^\d{1,10}$/.test(value) ? 'id' : 'name'}`] ??= value
}

/** Who acted, as whom, and on whose account. */
export function setUsers(fields: Fields, type: string, { values, enriched }: AuditRecord): void {
  const uid = values.get('uid')
  const auid = values.get('auid')
  const acct = values.get('acct')
  const id = values.get('id')
  let actor = uid
  let actorName = enriched.get('UID')
  if (type === 'LOGIN') {
    setAccount(fields, 'user.effective', values.get('new-auid') ?? values.get('new_auid') ?? auid)
    actor = values.get('old-auid') ?? values.get('old_auid') ?? uid
    actorName = undefined
  } else if (AUTHENTICATION.has(type)) {
    setAccount(fields, 'user.effective', acct ?? id ?? uid)
    actor = auid ?? uid
    actorName = undefined
  } else if (USER_CHANGES.has(type) || GROUP_CHANGES.has(type)) {
    setAccount(fields, 'user.effective', uid)
    setAccount(fields, GROUP_CHANGES.has(type) ? 'group' : 'user.target', acct ?? id)
    actor = auid ?? uid
    actorName = undefined
  }
  setAccount(fields, 'user', actor)
  const name = acct ?? values.get('user') ?? actorName ?? (actor === auid ? enriched.get('AUID') : undefined)
  if (name !== undefined) fields['user.name'] ??= name
  for (const [key, field] of Object.entries(IDS)) {
    const value = values.get(key)
    if (value !== undefined) fields[field] ??= value
  }
  for (const [key, field] of Object.entries(NAMES)) {
    const value = enriched.get(key)
    if (value !== undefined && value !== 'unset' && value !== 'unknown') fields[field] ??= value
  }
}
