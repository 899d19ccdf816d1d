import type { Fields } from '../../event/event.ts'
import { readAssignments } from '../linux/read-assignments.ts'
import { startAuthEvent } from '../linux/start-auth-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

/** `name` in quotes after the words, as shadow-utils writes it. */
function quoted(text: string, after: string): string | undefined {
  const at = text.indexOf(`${after} '`)
  const end = at < 0 ? -1 : text.indexOf("'", at + after.length + 2)
  return end < 0 ? undefined : text.slice(at + after.length + 2, end)
}

function setAction(fields: Fields, action: string, outcome: 'success' | 'failure'): void {
  fields['event.action'] = action
  fields['event.outcome'] = outcome
}

/** `name=svc, UID=1005, GID=1005, home=/home/svc, shell=/bin/bash, from=pts/0` */
function created(fields: Fields, rest: string, kind: 'user' | 'group'): void {
  const words = readAssignments(rest, ',')
  const name = words.get('name')
  const id = words.get(kind === 'user' ? 'UID' : 'GID')
  if (name) fields[`${kind}.name`] = name
  if (id) fields[`${kind}.id`] = id
  const group = words.get('GID')
  if (group) fields['group.id'] = group
  for (const detail of ['home', 'shell']) {
    const value = words.get(detail)
    if (value) fields[`system.auth.useradd.${detail}`] = value
  }
  setAction(fields, `added-${kind}-account`, 'success')
}

/** `group added to /etc/group: name=ops`: one of the files in which a group is written down. */
function groupFile(fields: Fields, text: string): void {
  const words = readAssignments(text.slice(text.indexOf(': ') + 2), ',')
  const name = words.get('name')
  if (name) fields['group.name'] = name
  const id = words.get('GID')
  if (id) fields['group.id'] = id
  setAction(
    fields,
    text.startsWith('group added') ? 'added-group-account' : 'deleted-group-account',
    'success',
  )
}

type Read = (fields: Fields, text: string) => void

const named =
  (action: string, outcome: 'success' | 'failure', field: string, after: string): Read =>
  (fields, text) => {
    const name = quoted(text, after)
    if (name) fields[field] = name
    setAction(fields, action, outcome)
  }

/** `add 'svc' to group 'sudo'`, `add 'svc' to shadow group 'sudo'`, `delete 'svc' from group 'sudo'` */
const membership =
  (action: string, verb: string): Read =>
  (fields, text) => {
    named(action, 'success', 'user.name', verb)(fields, text)
    const group = quoted(text, 'group')
    if (group) fields['group.name'] = group
  }

/** `Password for 'bob' was changed`, `changed password expiry for bob` */
const after =
  (action: string, words: string): Read =>
  (fields, text) => {
    const name = text
      .slice(text.indexOf(words) + words.length)
      .trim()
      .split(' ', 1)[0]
      ?.replaceAll(/['"]/g, '')
    if (name) fields['user.name'] = name
    setAction(fields, action, 'success')
  }

/** useradd, usermod, userdel, groupadd, groupmod, groupdel, gpasswd, chage, chfn, chsh of shadow-utils. */
const MESSAGES: readonly (readonly [prefix: string, read: Read])[] = [
  ['new user: ', (fields, text) => created(fields, text.slice(10), 'user')],
  ['new group: ', (fields, text) => created(fields, text.slice(11), 'group')],
  ['group added to ', groupFile],
  ['group removed from ', groupFile],
  ["group '", named('deleted-group-account', 'success', 'group.name', 'group')],
  ['removed group ', named('deleted-group-account', 'success', 'group.name', 'removed group')],
  ['delete user ', named('deleted-user-account', 'success', 'user.name', 'delete user')],
  ['failed adding user ', named('added-user-account', 'failure', 'user.name', 'failed adding user')],
  ['failed deleting user ', named('deleted-user-account', 'failure', 'user.name', 'failed deleting user')],
  ['add ', membership('added-member-to-group', 'add')],
  ['delete ', membership('removed-member-from-group', 'delete')],
  ['change user ', named('changed-user-account', 'success', 'user.name', 'change user')],
  ['changed user ', named('changed-user-information', 'success', 'user.name', 'changed user')],
  ['lock user ', named('changed-user-account', 'success', 'user.name', 'lock user')],
  ['unlock user ', named('changed-user-account', 'success', 'user.name', 'unlock user')],
  ['changed password expiry for ', after('changed-password-expiry', 'changed password expiry for ')],
  ['password for ', after('changed-password', 'password for ')],
  ['Password for ', after('changed-password', 'Password for ')],
]

function parse({ text }: Line): Parsed | undefined {
  for (const [prefix, read] of MESSAGES) {
    if (!text.startsWith(prefix)) continue
    const fields = startAuthEvent('shadow', text)
    read(fields, text)
    return { time: undefined, fields }
  }
  return undefined
}

const PROGRAMS = [
  ...['useradd', 'usermod', 'userdel', 'groupadd', 'groupmod', 'groupdel', 'adduser', 'deluser', 'addgroup'],
  ...['gpasswd', 'passwd', 'chage', 'chfn', 'chsh', 'newusers', 'chpasswd'],
]

/** shadow-utils: who made which account. */
export const parser: Parser = {
  name: 'account-tools',
  reads: 'useradd, groupadd, usermod, userdel and their kin',
  version: 1,
  clues: PROGRAMS.map((program) => ({ program })),
  ownNames: true,
  parse,
  samples: [
    'new user: name=svc-backup, UID=1005, GID=1005, home=/home/svc-backup, shell=/bin/bash',
    'new group: name=ops, GID=1100',
    "delete user 'temp'",
    "add 'svc-backup' to group 'sudo'",
    "changed user 'anna' information",
  ],
}
