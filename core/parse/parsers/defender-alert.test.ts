import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './defender-alert.ts'

const parseLine = createParseLine()
const read = (raw: object | string) =>
  parseLine(typeof raw === 'string' ? raw : JSON.stringify(raw), 'auto', { received: 0, zoneMinutes: 0 })

describe('defender-alert', () => {
  it('reads alerts of Defender for Endpoint', () => {
    const { time, fields } = read(parser.samples[0] ?? '')
    expect(time).toBe(1_773_144_060_000_000_000n)
    expect(fields).toMatchObject({
      'event.kind': 'alert',
      'event.dataset': 'microsoft_defender_endpoint.log',
      'event.id': 'da1_2',
      'event.action': 'Execution',
      'event.type': ['access', 'start'],
      'event.severity': 3,
      'event.duration': 4_500_000_000,
      'host.name': 'ws01.example.org',
      'host.hostname': 'WS01.example.org',
      'user.name': 'anna',
      'file.name': 'x.ps1',
      'threat.technique.subtechnique.id': ['T1059.001'],
      message: 'Suspicious script',
    })
  })

  it('reads alerts of Microsoft Graph', () => {
    expect(read(parser.samples[1] ?? '').fields).toMatchObject({
      'event.dataset': 'm365_defender.alert',
      'event.action': 'detected',
      'event.provider': 'microsoftDefenderForEndpoint',
      'event.severity': 4,
      'host.name': 'ws01.example.org',
      'file.name': 'x.exe',
      message: 'Hidden file run',
    })
  })

  it('reads incidents: several things of a kind are a list', () => {
    const device = (name: string) => ({
      '@odata.type': '#microsoft.graph.security.deviceEvidence',
      deviceDnsName: name,
    })
    const { fields } = read({
      id: 'i1',
      incidentWebUrl: 'https://security.example.org/i1',
      displayName: 'Two machines',
      createdDateTime: '2026-03-10T12:00:00Z',
      status: 'resolved',
      severity: 'low',
      alerts: [
        { serviceSource: 's1', category: 'Execution', evidence: [device('a')] },
        { serviceSource: 's1', category: 'Impact', evidence: [device('b'), device('a')] },
      ],
    })
    expect(fields).toMatchObject({
      'event.dataset': 'm365_defender.incident',
      'event.provider': 's1',
      'event.type': ['end'],
      'host.name': ['a', 'b'],
      'threat.tactic.name': ['Execution', 'Impact'],
      message: 'Two machines',
    })
  })

  it('reads incidents of the older interface', () => {
    const { fields } = read({
      incidentId: 12,
      incidentName: 'i',
      createdTime: '2026-03-10T12:00:00Z',
      status: 'Active',
      severity: 'Medium',
      alerts: [
        {
          alertId: 'a1',
          title: 't',
          category: 'Malware',
          serviceSource: 'MicrosoftDefenderATP',
          devices: [{ deviceDnsName: 'WS01' }],
          entities: [{ entityType: 'File', fileName: 'x.exe', sha1: 'aa' }],
        },
      ],
    })
    expect(fields).toMatchObject({
      'event.id': 'a1',
      'event.action': 'Malware',
      'host.name': 'ws01',
      'file.hash.sha1': 'aa',
      'observer.name': 'MicrosoftDefenderATP',
    })
  })

  it('survives what is not as documented', () => {
    for (const alerts of [7, 'x', null, [null, 7], [{ evidence: 7, entities: [null] }]]) {
      const { fields } = read({ incidentName: 'i', createdTime: 'x', alerts })
      expect(fields['error.message']).toBeUndefined()
    }
  })
})
