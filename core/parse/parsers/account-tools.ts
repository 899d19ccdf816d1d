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

function created(fields: Fields, rest: string, kind: 'user' | 'group'): void {
  const words = readAssignments(rest, ',')
  const name = words.get('name')
  const id = words.get(kind === 'user' ? 'UID' : 'GID')
  if (name) fields[`${kind}.name`] = name
  if (id) fields[`${kind}.id`] = id
  const group = words.get('GID')
  if (group) fields['group.id'] = group
  fields['event.action'] = `added-${kind}-account`
  fields['event.outcome'] = 'success'
}

function parse({ text }: Line): Parsed | undefined {
  const fields = startAuthEvent('shadow', text)
  if (text.startsWith('new user: ')) created(fields, text.slice(10), 'user')
  else if (text.startsWith('new group: ')) created(fields, text.slice(11), 'group')
  else if (text.startsWith('group added to ')) created(fields, text.slice(text.indexOf(': ') + 2), 'group')
  else if (text.startsWith('delete user ')) {
    fields['event.action'] = 'deleted-user-account'
    fields['event.outcome'] = 'success'
    fields['user.name'] = quoted(text, 'delete user') ?? ''
  } else if (text.startsWith('add ') && text.includes(' to ')) {
    fields['event.action'] = 'added-member-to-group'
    fields['event.outcome'] = 'success'
    fields['user.name'] = quoted(text, 'add') ?? ''
    const group = quoted(text, 'group')
    if (group) fields['group.name'] = group
  } else if (text.startsWith('failed adding user ')) {
    fields['event.action'] = 'added-user-account'
    fields['event.outcome'] = 'failure'
    fields['user.name'] = quoted(text, 'failed adding user') ?? ''
  } else return undefined
  return { time: undefined, fields }
}

/** shadow-utils: who made which account. */
export const parser: Parser = {
  name: 'account-tools',
  reads: 'useradd, groupadd, usermod, userdel and their kin',
  version: 1,
  clues: ['useradd', 'groupadd', 'usermod', 'userdel', 'adduser'].map((program) => ({ program })),
  parse,
  samples: [
    'new user: name=svc-backup, UID=1005, GID=1005, home=/home/svc-backup, shell=/bin/bash',
    'new group: name=ops, GID=1100',
    "delete user 'temp'",
    "add 'svc-backup' to group 'sudo'",
  ],
}
