import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) => parseLine(message, 'auto', context).fields

describe('cisco-ftd', () => {
  it('reads a connection event behind an ISO time', () => {
    const fields = read(
      '2026-03-10T12:00:00Z ftd01 %FTD-1-430003: FirstPacketSecond: 2026-03-10T11:59:57Z, AccessControlRuleAction: Block with reset, SrcIP: 10.0.0.7, DstIP: 203.0.113.9, SrcPort: 51826, DstPort: 80, Protocol: tcp, IngressInterface: inside, ACPolicy: Edge, AccessControlRuleName: no-web, User: EXAMPLE\\\\anna, UserAgent: Mozilla/5.0 (KHTML, like Gecko), ConnectionDuration: 3, InitiatorBytes: 93, ResponderBytes: 7, URL: http://www.example.org/a.zip',
    )
    expect(fields).toMatchObject({
      'observer.hostname': 'ftd01',
      'observer.product': 'ftd',
      'event.code': '430003',
      'event.type': ['connection', 'end', 'denied'],
      'event.duration': 3e9,
      'event.start': '2026-03-10T11:59:57.000Z',
      'event.end': '2026-03-10T12:00:00.000Z',
      'source.ip': '10.0.0.7',
      'destination.port': 80,
      'network.bytes': 100,
      'rule.name': 'no-web',
      'rule.ruleset': 'Edge',
      'user.id': 'EXAMPLE\\\\anna',
      'user.name': 'anna',
      'user_agent.original': 'Mozilla/5.0 (KHTML, like Gecko)',
      'url.domain': 'www.example.org',
      'cisco.ftd.security.access_control_rule_action': 'Block with reset',
    })
  })

  it('takes the first of a repeated key, and no user for nobody', () => {
    const fields = read(
      '%FTD-5-430001: SrcIP: 203.0.113.9, SID: 7, Message: one, two, SrcIP: 10.0.0.1, User: Not Found',
    )
    expect(fields).toMatchObject({ 'source.ip': '203.0.113.9', message: 'one, two', 'rule.id': '7' })
    expect(fields['user.name']).toBeUndefined()
  })

  it('knows the words for DNS', () => {
    expect(
      read(
        '%FTD-1-430002: DNSQuery: example.org, DNSRecordType: mail exchange, DNSResponseType: Query Refused',
      ),
    ).toMatchObject({
      'dns.question.name': 'example.org',
      'dns.question.type': 'MX',
      'dns.response_code': 'REFUSED',
    })
  })

  it('reads messages of the ASA engine', () => {
    expect(
      read(
        '%FTD-4-106023: Deny tcp src outside:203.0.113.9/40022 dst dmz:10.0.1.4/22 by access-group "CSM_FW_ACL_" [0x1, 0x0]',
      ),
    ).toMatchObject({ 'event.dataset': 'cisco_ftd.log', 'source.port': 40022, 'rule.name': 'CSM_FW_ACL_' })
  })

  it('takes time linear in the number of commas', () => {
    const fields = read(`%FTD-1-430003: Message: ${'a,'.repeat(100_000)}`)
    expect(String(fields.message).length).toBeGreaterThan(100_000)
  })
})
