import { readAsa } from '../cisco/read-asa.ts'
import { asaTagAt } from '../cisco/read-asa-tag.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

/** They number their messages as ASA does. */
const KIN = new Set(['PIX', 'FWSM', 'ACE'])

function parse(line: Line): Parsed | undefined {
  const tag = asaTagAt(line.text, 0)
  const parsed = tag && readAsa(line, tag, 'asa')
  if (parsed && KIN.has(tag.system)) parsed.fields['observer.product'] = tag.system
  return parsed
}

export const parser: Parser = {
  name: 'cisco-asa',
  reads: 'syslog messages of Cisco ASA, PIX, FWSM and ACE: all ids, fields of more than 300',
  version: 1,
  clues: [{ prefix: '%ASA-' }, { prefix: '%PIX-' }, { prefix: '%FWSM-' }, { prefix: '%ACE-' }],
  rank: 10,
  ownNames: true,
  parse,
  samples: [
    '%ASA-6-302013: Built outbound TCP connection 8123 for outside:203.0.113.9/443 (203.0.113.9/443) to inside:10.0.0.7/51826 (198.51.100.2/51826)',
    '%ASA-6-302014: Teardown TCP connection 8123 for outside:203.0.113.9/443 to inside:10.0.0.7/51826 duration 0:01:07 bytes 3811 TCP FINs',
    '%ASA-4-106023: Deny udp src outside:203.0.113.9/5060 dst dmz:10.0.1.4/5060 by access-group "from_outside" [0x0, 0x0]',
    '%ASA-6-106100: access-list from_inside permitted tcp inside/10.0.0.7(51826) -> outside/203.0.113.9(443) hit-cnt 1 first hit [0x1a2b3c4d, 0x0]',
    '%ASA-6-113005: AAA user authentication Rejected : reason = AAA failure : server = 10.0.0.5 : user = anna : user IP = 203.0.113.9',
    "%ASA-5-111008: User 'anna' executed the 'write memory' command.",
    '%ASA-6-722051: Group <Staff> User <anna> IP <203.0.113.9> IPv4 Address <10.9.0.4> IPv6 address <::> assigned to session',
  ],
}
