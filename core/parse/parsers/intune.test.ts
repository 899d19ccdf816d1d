import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './intune.ts'

const parseLine = createParseLine()
const read = (raw: string) => parseLine(raw, 'auto', { received: 0, zoneMinutes: 0 })

describe('intune', () => {
  it('reads what administrators did', () => {
    expect(read(parser.samples[0] ?? '').fields).toMatchObject({
      'event.dataset': 'intune.auditlogs',
      'event.action': 'Rename device ManagedDevice',
      'event.outcome': 'success',
      'user.name': 'anna@example.org',
      'user.domain': 'example.org',
      'network.application': 'Intune portal',
    })
  })

  it('reads how devices comply', () => {
    expect(read(parser.samples[1] ?? '').fields).toMatchObject({
      'event.reason': 'Antivirus is off',
      'host.name': 'ws01',
      'user.name': 'anna',
      'user.id': 'a1',
    })
  })

  it('leaves the audit logs of others alone', () => {
    const raw = '{"category":"AuditLogs","properties":{"id":"x","activityDisplayName":"Add user"}}'
    expect(read(raw).parser).not.toMatch(/^intune/)
  })
})
