import { readFortinetPairs } from '../fortinet/read-fortinet-pairs.ts'
import { isFortios, readFortios } from '../fortinet/read-fortios.ts'
import { copyToClientServer } from '../network/copy-to-client-server.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const pairs = readFortinetPairs(text)
  if (pairs === undefined || !isFortios(pairs)) return undefined
  const parsed = readFortios(pairs, 'fortinet_fortiproxy', { name: 'FortiProxy', type: 'proxy' }, context)
  const { fields } = parsed
  const { 'source.domain': name, 'destination.domain': server } = fields
  if (name !== undefined) fields['host.name'] = name
  // A proxy's client asks for a name; where it led is the proxy's affair.
  if (server !== undefined) fields['destination.address'] = server
  if (fields['destination.address'] !== undefined) fields['server.address'] = fields['destination.address']
  copyToClientServer(fields)
  return parsed
}

/** FortiOS like FortiGate's, which it comes after: pinned it reads all of them, found out only what is a proxy's. */
export const parser: Parser = {
  name: 'fortiproxy',
  reads: 'Fortinet FortiProxy, logs of traffic, transactions, security profiles and events',
  version: 1,
  clues: [
    { prefix: 'date=' },
    { prefix: 'time=' },
    { prefix: 'timestamp=' },
    { prefix: 'devname=' },
    { prefix: 'eventtime=' },
    { prefix: 'logver=' },
  ],
  rank: 0,
  parse,
  samples: [
    'date=2026-03-10 time=12:00:00 devname="proxy01" devid="FPX0000000000001" logid="0100040704" type="event" subtype="system" level="notice" vd="root" eventtime=1773144000114634683 tz="+0000" logdesc="System performance statistics" action="perf-stats" cpu=0 msg="Performance statistics"',
    'time=12:00:00 devname="proxy01" devid=FPX0000000000001 eventtime=1773144000804142320 tz="+0000" logid="0010000099" type="traffic" subtype="http-transaction" level="notice" vd="root" srcip=10.0.0.7 dstip=203.0.113.9 scheme="https" srcport=51000 dstport=443 hostname="www.example.org" url="https://www.example.org/a?b=1" policyid=20 sessionid=1 rcvdbyte=0 sentbyte=134 user="anna" duration=0',
  ],
}
