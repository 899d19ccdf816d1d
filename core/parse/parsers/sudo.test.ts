import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) => parseLine(`Mar 10 12:00:00 web01 sudo: ${message}`, 'auto', context)

describe('sudo', () => {
  it('reads who ran what as whom, and where', () => {
    expect(
      read('    anna : TTY=pts/0 ; PWD=/srv ; USER=root ; COMMAND=/bin/sh -c a ; b COMMAND=c').fields,
    ).toMatchObject({
      'user.name': 'anna',
      'user.effective.name': 'root',
      'process.command_line': '/bin/sh -c a ; b COMMAND=c',
      'process.working_directory': '/srv',
      'process.name': 'sudo',
      'event.action': 'sudo_command',
      'event.outcome': 'success',
      'system.auth.sudo.tty': 'pts/0',
      'system.auth.sudo.command': '/bin/sh -c a ; b COMMAND=c',
    })
  })

  it.each([
    [
      'bob : 3 incorrect password attempts ; TTY=pts/1 ; PWD=/ ; USER=root ; COMMAND=/bin/ls',
      '3 incorrect password attempts',
    ],
    ['bob : user NOT in sudoers ; TTY=pts/1 ; PWD=/ ; USER=root ; COMMAND=/bin/ls', 'user NOT in sudoers'],
    ['bob : command not allowed ; TTY=pts/1 ; PWD=/ ; USER=root ; COMMAND=/bin/ls', 'command not allowed'],
  ])('reads a refusal: %s', (message, reason) => {
    expect(read(message).fields).toMatchObject({
      'user.name': 'bob',
      'event.action': 'sudo_denied',
      'event.outcome': 'failure',
      'system.auth.sudo.error': reason,
      'process.command_line': '/bin/ls',
    })
  })

  it('keeps other messages', () => {
    const other = read('unable to resolve host web01')
    expect(other).toMatchObject({ parser: 'sudo@1', fields: { message: 'unable to resolve host web01' } })
    expect(other.fields).not.toHaveProperty(['event.outcome'])
  })
})
