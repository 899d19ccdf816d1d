import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })
const HEAD = 'msg=audit(1773144000.123:7):'

describe('auditd', () => {
  it('reads a system call with its enriched names', () => {
    const line = `node=web01 type=SYSCALL ${HEAD} arch=c000003e syscall=42 success=no exit=-13 ppid=1 pid=2 auid=1000 uid=33 gid=33 euid=0 comm="curl" exe="/usr/bin/curl" key=(null)\x1dARCH=x86_64 SYSCALL=connect AUID="anna" UID="www-data" EUID="root"`
    expect(read(line)).toMatchObject({
      parser: 'auditd@1',
      time: 1_773_144_000_123_000_000n,
      fields: {
        'host.name': 'web01',
        'host.architecture': 'x86_64',
        'event.action': 'syscall',
        'event.outcome': 'failure',
        'event.sequence': 7,
        'network.direction': 'egress',
        'process.executable': '/usr/bin/curl',
        'process.name': 'curl',
        'process.pid': 2,
        'process.parent.pid': 1,
        'process.exit_code': -13,
        'user.id': '33',
        'user.name': 'www-data',
        'user.audit.id': '1000',
        'user.audit.name': 'anna',
        'user.effective.id': '0',
        'user.effective.name': 'root',
        'auditd.log.SYSCALL': 'connect',
      },
    })
    expect(read(line).fields['auditd.log.key']).toBeUndefined()
  })

  it('finds the enriched part where a shipper lost its separator', () => {
    const { fields } = read(`type=USER_END ${HEAD} uid=0 auid=7 ses=4294967295UID="root" AUID="anna"`)
    expect(fields).toMatchObject({
      'auditd.log.ses': '4294967295',
      'user.audit.name': 'anna',
      'user.id': '7',
    })
  })

  it.each([
    [
      'USER_LOGIN',
      `uid=0 auid=1000 msg='op=login acct="anna" exe="/usr/sbin/sshd" hostname=? addr=203.0.113.9 res=failed'`,
      {
        'event.action': 'logged-in',
        'event.outcome': 'failure',
        'user.name': 'anna',
        'user.id': '1000',
        'user.effective.name': 'anna',
        'source.ip': '203.0.113.9',
      },
    ],
    [
      'ADD_USER',
      `uid=0 auid=1000 msg='op=add-user id=1007 exe="/usr/sbin/useradd" addr=? res=success'`,
      { 'user.target.id': '1007', 'user.id': '1000', 'user.effective.id': '0', 'event.outcome': 'success' },
    ],
    [
      'DEL_GROUP',
      `uid=0 auid=1000 msg='op=delete-group acct="staff" res=success'`,
      { 'group.name': 'staff' },
    ],
    [
      'LOGIN',
      'uid=0 old-auid=4294967295 auid=1000 res=1',
      { 'user.effective.id': '1000', 'event.action': 'changed-login-id-to' },
    ],
    [
      'EXECVE',
      'argc=3 a0="sh" a1="-c" a2=6563686F206869',
      { 'process.args': ['sh', '-c', 'echo hi'], 'process.command_line': 'sh -c echo hi' },
    ],
    ['EXECVE', 'a7="x" a8="y"', { 'process.args': ['[... 7 truncated arguments ...]', 'x', 'y'] }],
    ['PROCTITLE', 'proctitle=6C73002D6C', { 'process.title': 'ls -l' }],
    ['CWD', 'cwd="/srv/a b"', { 'process.working_directory': '/srv/a b' }],
    [
      'PATH',
      'item=0 name="/etc/shadow" inode=7 mode=0100640 ouid=0 ogid=42',
      { 'file.path': '/etc/shadow', 'file.name': 'shadow', 'file.mode': '0640', 'file.uid': '0' },
    ],
    [
      'SOCKADDR',
      'saddr=02000035CB0071090000000000000000',
      { 'auditd.log.socket.ip': '203.0.113.9', 'auditd.log.socket.port': 53 },
    ],
    [
      'SOCKADDR',
      `saddr=0A000035${'0'.repeat(8)}20010DB8${'0'.repeat(23)}700000000`,
      { 'auditd.log.socket.ip': '2001:db8::7', 'auditd.log.socket.port': 53 },
    ],
    ['SOCKADDR', 'saddr=01002F72756E2F7800', { 'auditd.log.socket.path': '/run/x' }],
    [
      'AVC',
      'avc:  denied  { read } for  pid=9 comm="x" path=2F612062 scontext=a:b:c:s0 tcontext=d tclass=file',
      { 'event.outcome': 'failure', 'auditd.log.path': '/a b', 'event.action': 'avc' },
    ],
    [
      'USER_CMD',
      `pid=1 uid=7 msg='cwd="/" cmd=6C73202D6C terminal=pts/0 res=success'`,
      { 'process.args': ['ls', '-l'] },
    ],
    ['USER_MGMT', `uid=0 msg='op=changing name id=7 res=success'`, { 'auditd.log.op': 'changing name' }],
  ])('%s', (type, rest, expected) => {
    expect(read(`type=${type} ${HEAD} ${rest}`).fields).toMatchObject(expected)
  })

  it('reads the kernel log and audisp in syslog', () => {
    const kernel = `<5>Mar 10 12:00:00 web01 kernel: audit: type=1400 audit(1773144000.7:9): apparmor="DENIED" operation="open" profile="p" pid=7 comm="c"`
    expect(read(kernel)).toMatchObject({
      parser: 'auditd@1',
      fields: {
        'event.action': 'violated-apparmor-policy',
        'event.outcome': 'failure',
        'host.name': 'web01',
      },
    })
    const audisp = `<5>Mar 10 12:00:00 web01 audispd: node=web02 type=SERVICE_STOP ${HEAD} pid=1 uid=0 msg='unit=cron res=success'`
    expect(read(audisp).fields).toMatchObject({ 'event.action': 'stopped-service', 'host.name': 'web02' })
  })

  it.each(['type=SYSCALL', 'type=lower msg=audit(x:y): a=b', 'node=a b=c'])('does not read %s', (line) => {
    expect(read(line).parser).not.toBe('auditd@1')
  })
})
