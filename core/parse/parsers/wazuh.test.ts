import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './wazuh.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)
const sample = (at: number) => read(parser.samples[at] ?? '')

describe('wazuh', () => {
  it('reads an alert as JSON', () => {
    const { fields, time, parser: name } = sample(0)
    expect([name, time]).toEqual(['wazuh@1', 1_773_144_000_250_000_000n])
    expect(fields).toMatchObject({
      'event.dataset': 'wazuh.alerts',
      'event.severity': 10,
      'event.category': ['authentication'],
      'event.outcome': 'failure',
      'rule.id': '5712',
      'rule.name': 'sshd: brute force',
      'threat.technique.id': ['T1110'],
      'threat.tactic.name': ['Credential Access'],
      'source.ip': '10.0.0.7',
      'source.port': 51826,
      'source.user.name': 'anna',
      'host.name': 'web01',
      'agent.id': '001',
      'observer.name': 'manager01',
    })
  })

  it('gives Windows events inside an alert their own names', () => {
    const { fields } = read(
      JSON.stringify({
        timestamp: '2026-03-10T12:00:00.250+0000',
        rule: { level: 3, description: 'x', id: '1', groups: ['windows'] },
        agent: { id: '2', name: 'ws01' },
        manager: { name: 'm' },
        decoder: { name: 'windows_eventchannel' },
        data: {
          win: {
            system: {
              ...{ providerName: 'Microsoft-Windows-Sysmon', eventID: '1', computer: 'ws01.example.org' },
              channel: 'Microsoft-Windows-Sysmon/Operational',
            },
            eventdata: { image: 'C:\\Windows\\whoami.exe', commandLine: 'whoami /all' },
          },
        },
      }),
    )
    expect(fields).toMatchObject({
      'event.dataset': 'wazuh.alerts',
      'event.provider': 'Microsoft-Windows-Sysmon',
      'event.code': '1',
      'winlog.event_data.Image': 'C:\\Windows\\whoami.exe',
      'process.command_line': 'whoami /all',
    })
  })

  it('reads what changed in files', () => {
    const { fields } = read(
      JSON.stringify({
        rule: { level: 7, id: '550', description: 'x', groups: ['ossec', 'syscheck'] },
        ...{ manager: { name: 'm' }, decoder: { name: 'syscheck_integrity_changed' } },
        syscheck: { path: '/etc/hosts', event: 'modified', md5_after: 'd41d8cd98f00b204e9800998ecf8427e' },
      }),
    )
    expect(fields).toMatchObject({
      'file.path': '/etc/hosts',
      'event.action': 'modified',
      'file.hash.md5': 'd41d8cd98f00b204e9800998ecf8427e',
      'event.category': ['file'],
    })
  })

  it('reads alerts.log and syslog', () => {
    for (const at of [1, 2])
      expect(sample(at).fields).toMatchObject({
        'rule.id': '5715',
        'rule.name': 'SSHD authentication success.',
        'event.severity': 3,
        'event.outcome': 'success',
        'host.name': 'web01',
        'source.ip': '10.0.0.7',
        'user.name': 'anna',
        'log.file.path': '/var/log/auth.log',
      })
    expect(sample(1).time).toBe(1_773_144_000_000_000_000n)
    expect(read(`<132>Mar 10 12:00:00 m01 ossec: ${parser.samples[2]}`).parser).toBe('wazuh@1')
  })

  it('leaves other JSON with a rule alone', () => {
    for (const record of [
      { rule: 'x', decoder: 1 },
      { rule: { name: 'x' }, manager: 'y' },
    ])
      expect(read(JSON.stringify(record)).parser).toBe('json@1')
  })
})
