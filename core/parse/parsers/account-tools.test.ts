import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (program: string, message: string) =>
  parseLine(`Mar 10 12:00:00 web01 ${program}[7]: ${message}`, 'auto', context).fields

describe('account-tools', () => {
  it.each([
    [
      'useradd',
      'new user: name=svc, UID=1005, GID=1006, home=/home/svc, shell=/bin/bash, from=none',
      { 'event.action': 'added-user-account', 'user.name': 'svc', 'user.id': '1005', 'group.id': '1006' },
    ],
    ['useradd', "failed adding user 'svc', data deleted", { 'event.outcome': 'failure', 'user.name': 'svc' }],
    [
      'groupadd',
      'new group: name=ops, GID=1100',
      { 'event.action': 'added-group-account', 'group.name': 'ops' },
    ],
    [
      'groupadd',
      'group added to /etc/group: name=ops, GID=1100',
      { 'group.name': 'ops', 'group.id': '1100' },
    ],
    ['userdel', "delete user 'temp'", { 'event.action': 'deleted-user-account', 'user.name': 'temp' }],
    [
      'usermod',
      "add 'svc' to group 'sudo'",
      { 'event.action': 'added-member-to-group', 'user.name': 'svc', 'group.name': 'sudo' },
    ],
    [
      'gpasswd',
      "delete 'svc' from group 'sudo'",
      { 'event.action': 'removed-member-from-group', 'user.name': 'svc', 'group.name': 'sudo' },
    ],
    [
      'usermod',
      "change user 'svc' shell from '/bin/sh' to '/bin/bash'",
      { 'event.action': 'changed-user-account' },
    ],
    [
      'chfn',
      "changed user 'svc' information",
      { 'event.action': 'changed-user-information', 'user.name': 'svc' },
    ],
    [
      'chage',
      'changed password expiry for svc',
      { 'event.action': 'changed-password-expiry', 'user.name': 'svc' },
    ],
    [
      'passwd',
      "password for 'svc' changed by 'root'",
      { 'event.action': 'changed-password', 'user.name': 'svc' },
    ],
  ])('%s: %s', (program, message, expected) => {
    expect(read(program, message)).toMatchObject(expected)
  })
})
