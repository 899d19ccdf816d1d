import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()

describe('cisco-ise', () => {
  it('reads the first part of a message', () => {
    const { time, fields } = parseLine(
      '<181>Mar 10 12:00:00 ise01 CISE_Failed_Attempts 0000075876 2 0 2026-03-10 12:00:00.136 +01:00 0000075943 5400 NOTICE Failed-Attempt: Authentication failed, Device IP Address=10.0.0.2, Device Port=16345, DestinationIPAddress=10.0.0.5, DestinationPort=1812, Protocol=Radius, UserName=anna, FailureReason=24408 failed\\, wrong password, Calling-Station-ID=00-00-5E-00-53-07, Step=11001, Step=11017,',
      'auto',
      context,
    )
    expect(time).toBe(1_773_140_400_136_000_000n)
    expect(fields).toMatchObject({
      'event.code': '5400',
      'event.action': 'failed-attempt',
      'event.reason': '24408 failed, wrong password',
      'log.level': 'notice',
      'host.hostname': 'ise01',
      'client.ip': '10.0.0.2',
      'client.port': 16345,
      'destination.port': 1812,
      'network.protocol': 'radius',
      'user.name': 'anna',
      'source.mac': '00-00-5E-00-53-07',
      'cisco_ise.log.step': ['11001', '11017'],
      'cisco_ise.log.segment.total': 2,
    })
  })

  it('reads a later part, which has attributes alone', () => {
    const { fields } = parseLine(
      'CISE_Passed_Authentications 0000075877 2 1 IdentityPolicyMatchedRule=Default,',
      'auto',
      context,
    )
    expect(fields).toMatchObject({ 'cisco_ise.log.segment.number': 1, 'rule.name': 'Default' })
    expect(fields['event.code']).toBeUndefined()
  })

  it('leaves other lines of digits', () => {
    expect(parseLine('0000075877 units shipped', 'auto', context).parser).toBe('raw@1')
  })
})
