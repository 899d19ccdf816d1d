import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './defender-for-cloud.ts'

const parseLine = createParseLine()
const read = (raw: string) => parseLine(raw, 'auto', { received: 0, zoneMinutes: 0 })

describe('defender-for-cloud', () => {
  it('reads alerts and their entities', () => {
    expect(read(parser.samples[0] ?? '').fields).toMatchObject({
      'event.kind': 'alert',
      'event.category': ['threat'],
      'event.action': 'VM_LoginBruteForce',
      'event.severity': 3,
      'event.duration': 300_000_000_000,
      'host.hostname': 'vm01',
      'source.ip': '203.0.113.9',
      'cloud.instance.id': '/subscriptions/s1/vm/vm01',
      message: 'Brute force on a machine',
    })
  })

  it('reads assessments', () => {
    expect(read(parser.samples[1] ?? '').fields).toMatchObject({
      'event.category': ['intrusion_detection'],
      'event.outcome': 'failure',
      'rule.name': 'Disks should be encrypted',
    })
  })

  it('reads rows of Sentinel, whose lists are texts', () => {
    const raw = {
      SystemAlertId: 'a1',
      AlertSeverity: 'High',
      AlertName: 'x',
      TimeGenerated: '2026-03-10T12:00:00Z',
      Entities: '[{"Type":"account","Name":"anna","UPNSuffix":"example.org"}]',
      Techniques: '["T1110"]',
    }
    expect(read(JSON.stringify(raw)).fields).toMatchObject({
      'user.name': 'anna',
      'user.email': 'anna@example.org',
      'threat.technique.id': ['T1110'],
    })
  })
})
