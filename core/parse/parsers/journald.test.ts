import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (document: object) => parseLine(JSON.stringify(document), 'auto', context)

const ENTRY = {
  __REALTIME_TIMESTAMP: '1773144000123456',
  _BOOT_ID: '7f0a',
  _MACHINE_ID: '9c0b',
  _HOSTNAME: 'web01',
  PRIORITY: '6',
  SYSLOG_FACILITY: '3',
  SYSLOG_IDENTIFIER: 'backupd',
  _PID: '812',
  _UID: '0',
  _COMM: 'python3',
  _EXE: '/usr/bin/python3.11',
  _SYSTEMD_UNIT: 'backup.service',
  _TRANSPORT: 'stdout',
  _CAP_EFFECTIVE: '0',
  MESSAGE: 'snapshot 17 written',
}

describe('journald', () => {
  it('reads what the journal knows of a message', () => {
    expect(read(ENTRY)).toMatchObject({
      parser: 'journald@1',
      time: 1_773_144_000_123_456_000n,
      fields: {
        message: 'snapshot 17 written',
        'host.name': 'web01',
        'host.id': '9c0b',
        'process.name': 'backupd',
        'process.pid': 812,
        'process.executable': '/usr/bin/python3.11',
        'user.id': '0',
        'systemd.unit': 'backup.service',
        'systemd.transport': 'stdout',
        'log.syslog.appname': 'backupd',
        'log.syslog.priority': 30,
        'log.syslog.severity.code': 6,
        'log.syslog.facility.name': 'system',
        'journald.cap_effective': '0',
      },
    })
  })

  it('gives the message to the parser of the program', () => {
    const login = {
      ...ENTRY,
      SYSLOG_IDENTIFIER: 'sshd',
      MESSAGE: 'Invalid user admin from 203.0.113.9 port 40022',
    }
    expect(read(login)).toMatchObject({
      parser: 'sshd@1',
      fields: { 'source.ip': '203.0.113.9', 'process.name': 'sshd', 'host.name': 'web01' },
    })
  })

  it('reads messages given as bytes, and the first of fields given twice', () => {
    const bytes = [...new TextEncoder().encode('grün\u0007')]
    expect(read({ ...ENTRY, MESSAGE: bytes, _PID: ['7', '8'] }).fields).toMatchObject({
      message: 'grün\u0007',
      'process.pid': 7,
    })
  })

  it('takes the time of the sender before that of the journal', () => {
    expect(read({ ...ENTRY, _SOURCE_REALTIME_TIMESTAMP: '1773144000000001' }).time).toBe(
      1_773_144_000_000_001_000n,
    )
  })

  it('leaves entries without a message to others', () => {
    expect(read({ ...ENTRY, MESSAGE: null }).parser).toBe('json@1')
    expect(read({ ...ENTRY, MESSAGE: [1, 999] }).parser).toBe('json@1')
  })
})
