import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)
const expected = {
  'event.dataset': 'aws.vpcflow',
  'source.ip': '203.0.113.5',
  'source.port': 40022,
  'destination.ip': '10.0.0.7',
  'destination.port': 22,
  'network.transport': 'tcp',
  'network.iana_number': '6',
  'event.outcome': 'failure',
}

describe('aws-vpc-flow', () => {
  it.each([
    [
      'the default',
      '2 123456789012 eni-0a1 203.0.113.5 10.0.0.7 40022 22 6 12 840 1773144000 1773144060 REJECT OK',
    ],
    [
      'version 3',
      '3 vpc-0a1 subnet-0b2 i-0c3 eni-0a1 123456789012 IPv4 203.0.113.5 10.0.0.7 40022 22 203.0.113.5 10.0.0.7 6 840 12 1773144000 1773144060 REJECT 2 OK',
    ],
    [
      'all columns',
      '5 123456789012 eni-0a1 203.0.113.5 10.0.0.7 40022 22 6 12 840 1773144000 1773144060 REJECT OK vpc-0a1 subnet-0b2 i-0c3 2 IPv4 203.0.113.5 10.0.0.7 eu-west-1 euw1-az1 - - - - ingress -',
    ],
    [
      'an order of its own',
      '3 eni-0a1 123456789012 vpc-0a1 203.0.113.5 10.0.0.7 40022 22 6 IPv4 1773144000 1773144060 REJECT OK',
    ],
    [
      'JSON',
      '{"account_id":"123456789012","srcaddr":"203.0.113.5","dstaddr":"10.0.0.7","srcport":"40022","dstport":"22","protocol":"6","start":1773144000,"end":1773144060,"action":"REJECT"}',
    ],
  ])('reads %s', (_, line) => {
    const { parser, time, fields } = read(line)
    expect(parser).toBe('aws-vpc-flow@1')
    expect(fields).toMatchObject(expected)
    if (time !== undefined) expect(time).toBe(1_773_144_060_000_000_000n)
  })

  it('has nothing to say of an interface without traffic', () => {
    const { fields } = read('2 123456789012 eni-0a1 - - - - - - - 1773144000 1773144060 - NODATA')
    expect(fields).toMatchObject({
      'aws.vpcflow.log_status': 'NODATA',
      'event.end': '2026-03-10T12:01:00.000Z',
    })
    expect(fields['source.ip']).toBeUndefined()
    expect(fields['event.outcome']).toBeUndefined()
  })

  it('leaves other lines that begin with a digit', () => {
    expect(read('2 apples and vpc-like things').parser).toBe('raw@1')
    expect(read('2026-03-10 12:00:00 vpc-0a1 up').parser).not.toBe('aws-vpc-flow@1')
  })
})
