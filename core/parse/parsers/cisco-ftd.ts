import { readAsa } from '../cisco/read-asa.ts'
import { asaTagAt } from '../cisco/read-asa-tag.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

function parse(line: Line): Parsed | undefined {
  const tag = asaTagAt(line.text, 0)
  return tag && readAsa(line, tag, 'ftd')
}

export const parser: Parser = {
  name: 'cisco-ftd',
  reads:
    'Cisco Secure Firewall Threat Defense: security events (connection, intrusion, file, malware), ASA messages',
  version: 1,
  clues: [{ prefix: '%FTD-' }, { prefix: '%NGIPS-' }],
  rank: 10,
  parse,
  samples: [
    '%FTD-1-430003: FirstPacketSecond: 2026-03-01T10:00:00Z, AccessControlRuleAction: Block, SrcIP: 10.0.0.7, DstIP: 203.0.113.9, SrcPort: 51826, DstPort: 53, Protocol: udp, IngressInterface: inside, EgressInterface: outside, ACPolicy: Edge, AccessControlRuleName: no-dns, User: EXAMPLE\\anna, Client: DNS client, ApplicationProtocol: DNS, ConnectionDuration: 3, InitiatorPackets: 1, ResponderPackets: 0, InitiatorBytes: 93, ResponderBytes: 0, DNSQuery: www.example.org, DNSRecordType: a host address, DNSResponseType: Non-Existent Domain',
    '%FTD-5-430001: SrcIP: 203.0.113.9, DstIP: 10.0.1.4, SrcPort: 40022, DstPort: 80, Protocol: tcp, Priority: 1, GID: 1, SID: 1000042, Revision: 2, Message: SERVER-WEBAPP example traversal, attempt, Classification: Web Application Attack, User: No Authentication Required, InlineResult: Blocked, ACPolicy: Edge',
    '%FTD-6-302013: Built inbound TCP connection 8123 for outside:203.0.113.9/40022 (203.0.113.9/40022) to dmz:10.0.1.4/80 (198.51.100.2/80)',
  ],
}
