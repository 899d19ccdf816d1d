import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './nps.ts'

const parseLine = createParseLine()
const read = (raw: string) => parseLine(raw, 'auto', { received: 0, zoneMinutes: 60 })

describe('nps', () => {
  it('reads the database-compatible log in the zone of the server', () => {
    const { time, fields } = read(parser.samples[0] ?? '')
    expect(time).toBe(1_773_140_400_000_000_000n)
    expect(fields).toMatchObject({
      'event.action': 'access-accept',
      'event.reason': 'IAS_SUCCESS',
      'user.name': 'anna',
      'user.domain': 'EXAMPLE',
      'user.email': 'anna@example.org',
      'source.ip': '203.0.113.9',
      'observer.hostname': 'NPS01',
      'rule.name': 'VPN users',
      'network.protocol': 'ppp',
      'nps.authentication_type': '11',
    })
  })

  it('reads XML', () => {
    const { parser: by, fields } = read(parser.samples[1] ?? '')
    expect(by).toBe('nps@1')
    expect(fields).toMatchObject({ 'event.action': 'access-reject', 'event.reason': 'IAS_AUTH_FAILURE' })
  })

  it('leaves other rows alone', () => {
    expect(read('"a","b",2026-03-10,12:00:00,1').parser).not.toMatch(/^nps/)
    expect(read('"constructor","b",03/10/2026,12:00:00,x').parser).not.toMatch(/^nps/)
  })
})
