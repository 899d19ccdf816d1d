import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) =>
  parseLine(`Mar 10 12:00:00 web01 sshd[7]: ${message}`, 'auto', context).fields

describe('sshd', () => {
  it.each([
    [
      'Accepted publickey for anna from 10.0.0.7 port 51826 ssh2: ED25519 SHA256:abc',
      {
        'event.action': 'ssh_login',
        'event.outcome': 'success',
        'user.name': 'anna',
        'source.ip': '10.0.0.7',
        'source.port': 51826,
        'system.auth.ssh.method': 'publickey',
        'system.auth.ssh.signature': 'ED25519 SHA256:abc',
      },
    ],
    [
      'Failed password for root from 2001:db8::7 port 40022 ssh2',
      { 'event.outcome': 'failure', 'user.name': 'root', 'source.ip': '2001:db8::7' },
    ],
    [
      'Failed none for invalid user  from 10.0.0.7 port 1 ssh2',
      { 'event.outcome': 'failure', 'source.ip': '10.0.0.7' },
    ],
    [
      'Invalid user oracle from gateway.example.org port 40022',
      { 'event.outcome': 'failure', 'user.name': 'oracle', 'source.domain': 'gateway.example.org' },
    ],
    ['Invalid user  from 10.0.0.7', { 'event.action': 'ssh_login', 'source.ip': '10.0.0.7' }],
    [
      'Disconnected from authenticating user root 10.0.0.7 port 40022 [preauth]',
      {
        'event.action': 'ssh_disconnected',
        'user.name': 'root',
        'source.ip': '10.0.0.7',
        'source.port': 40022,
      },
    ],
    ['Disconnected from 10.0.0.7 port 40022', { 'source.ip': '10.0.0.7', 'source.port': 40022 }],
    [
      'Connection closed by invalid user bob 10.0.0.7 port 4 [preauth]',
      { 'user.name': 'bob', 'source.port': 4 },
    ],
    ['Received disconnect from 10.0.0.7 port 39906:11: Bye Bye [preauth]', { 'source.port': 39906 }],
    ['Received disconnect from 10.0.2.2: 11: disconnected by user', { 'source.ip': '10.0.2.2' }],
    [
      'User bob from 10.0.0.7 not allowed because not listed in AllowUsers',
      { 'event.outcome': 'failure', 'user.name': 'bob', 'source.ip': '10.0.0.7' },
    ],
    ["Bad protocol version identification '\\003' from 10.0.0.7 port 407", { 'source.port': 407 }],
    [
      'reverse mapping checking getaddrinfo for a.example [10.0.0.7] failed - POSSIBLE BREAK-IN ATTEMPT!',
      { 'event.action': 'ssh_name_mismatch', 'source.ip': '10.0.0.7' },
    ],
    ['subsystem request for sftp by user anna', { 'user.name': 'anna' }],
    [
      'error: PAM: Authentication failure for illegal user bob from gw.example.org',
      { 'event.outcome': 'failure', 'user.name': 'bob', 'source.domain': 'gw.example.org' },
    ],
    [
      'PAM 4 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.7  user=root',
      {
        'event.action': 'authentication-failed',
        'event.count': 4,
        'event.outcome': 'failure',
        'user.name': 'root',
        'source.ip': '10.0.0.7',
      },
    ],
    [
      'Disconnecting invalid user bob 10.0.0.7 port 4: Too many authentication failures [preauth]',
      { 'user.name': 'bob', 'source.port': 4, 'event.reason': 'Too many authentication failures' },
    ],
    [
      'Disconnecting: Too many authentication failures for root [preauth]',
      { 'event.action': 'ssh_disconnecting', 'user.name': 'root' },
    ],
    [
      'fatal: Unable to negotiate with 10.0.0.7 port 5: no matching cipher found. Their offer: 3des-cbc [preauth]',
      { 'event.action': 'ssh_negotiation_failed', 'source.ip': '10.0.0.7', 'source.port': 5 },
    ],
    [
      'ssh_dispatch_run_fatal: Connection from authenticating user root 10.0.0.7 port 5: Connection corrupted',
      { 'user.name': 'root', 'source.port': 5, 'event.reason': 'Connection corrupted' },
    ],
    [
      'Timeout before authentication for connection from 10.0.0.7 to 10.0.0.1, pid = 29',
      { 'event.action': 'ssh_timeout', 'source.ip': '10.0.0.7' },
    ],
    [
      'drop connection #10 from [10.0.0.7]:40022 on [10.0.0.1]:22 past MaxStartups',
      { 'event.action': 'ssh_probed', 'source.port': 40022, 'event.reason': 'past MaxStartups' },
    ],
    [
      'Starting session: shell on pts/0 for anna from 10.0.0.7 port 51826 id 0',
      { 'event.action': 'ssh_session_started', 'user.name': 'anna', 'process.tty.name': 'pts/0' },
    ],
    ['ROOT LOGIN REFUSED FROM 10.0.0.7 port 3', { 'event.outcome': 'failure', 'source.ip': '10.0.0.7' }],
    ['refused connect from gw.example.org (10.0.0.7)', { 'source.ip': '10.0.0.7' }],
    [
      'User root not allowed because account is locked',
      { 'user.name': 'root', 'event.reason': 'account is locked' },
    ],
    ['Server listening on :: port 22.', { 'event.dataset': 'system.auth', 'event.provider': 'sshd' }],
  ])('%s', (message, expected) => {
    expect(read(message)).toMatchObject({ ...expected, message, 'process.name': 'sshd', 'process.pid': 7 })
  })

  it('is not deceived by a user name that looks like the rest of the line', () => {
    expect(
      read('Failed password for invalid user root from 10.9.9.9 port 22 ssh2 from 10.0.0.7 port 40022 ssh2'),
    ).toMatchObject({ 'user.name': 'root from 10.9.9.9 port 22 ssh2', 'source.ip': '10.0.0.7' })
  })

  it('leaves out what a message does not say', () => {
    expect(read('Invalid user  from 10.0.0.7')).not.toHaveProperty(['user.name'])
    expect(read('rexec line 12: Deprecated option UsePrivilegeSeparation')).not.toHaveProperty([
      'event.action',
    ])
  })

  it('knows messages whose header a collector took away', () => {
    const bare = parseLine(' Accepted password for ubuntu from 10.0.0.7 port 51826 ssh2', 'auto', context)
    expect(bare).toMatchObject({
      parser: 'sshd@1',
      fields: { 'process.name': 'sshd', 'user.name': 'ubuntu' },
    })
  })

  it('leaves PAM to its own parser', () => {
    const pam = 'Mar 10 12:00:00 web01 sshd[7]: pam_unix(sshd:session): session closed for user anna'
    expect(parseLine(pam, 'auto', context).parser).toBe('pam@1')
  })
})

it('takes a connection that closed before anybody said a name for a failed one, and no other', () => {
  expect(read('Connection closed by 203.0.113.9 port 35352')['event.outcome']).toBe('failure')
  expect(read('Connection closed by user anna 203.0.113.9 port 35352')['event.outcome']).not.toBe('failure')
  expect(read('Connection closed by 203.0.113.9')['event.outcome']).not.toBe('failure')
})
