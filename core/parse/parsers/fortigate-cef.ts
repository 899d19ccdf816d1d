import { readCef } from '../cef/read-cef.ts'
import { fromCef } from '../fortinet/from-cef.ts'
import { readFortios } from '../fortinet/read-fortios.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const record = text.startsWith('CEF:') ? readCef(text, 0) : readCef(`CEF:${text}`, 0)
  if (record?.vendor !== 'Fortinet' || !/^fortigate/i.test(record.product)) return undefined
  const pairs = fromCef(record.extensions, record.name, record.classId)
  const product = { name: 'Fortigate', type: 'firewall' }
  const parsed = readFortios(pairs, 'fortinet_fortigate', product, context)
  const application = record.extensions.get('app')
  if (application !== undefined) parsed.fields['network.application'] ??= application
  if (record.deviceVersion !== '') parsed.fields['observer.version'] = record.deviceVersion
  return parsed
}

/** CEF with the same meaning as FortiOS' own pairs; other products' CEF is read by ArcSight's dictionary. */
export const parser: Parser = {
  name: 'fortigate-cef',
  reads: 'Fortinet FortiGate (FortiOS) as CEF, by the rules of its own format',
  version: 1,
  clues: [{ prefix: 'CEF:0|Fortinet|' }, { prefix: '0|Fortinet|' }],
  rank: 2,
  parse,
  samples: [
    'CEF:0|Fortinet|Fortigate|v7.4.1|00013|traffic:forward close|3|deviceExternalId=FG100E0000000001 FTNTFGTeventtime=1773144000 FTNTFGTlogid=0000000013 cat=traffic:forward FTNTFGTsubtype=forward FTNTFGTlevel=notice FTNTFGTvd=root src=10.0.0.7 spt=51000 deviceInboundInterface=lan dst=203.0.113.9 dpt=443 deviceOutboundInterface=wan1 proto=6 act=close FTNTFGTpolicyid=1 FTNTFGTpolicytype=policy app=HTTPS FTNTFGTduration=5 out=1000 in=2000 FTNTFGTsentpkt=5 FTNTFGTrcvdpkt=6 FTNTFGTappcat=unscanned',
    'CEF:0|Fortinet|Fortigate|v7.4.1|54802|dns:dns-response pass|3|deviceExternalId=FG100E0000000001 FTNTFGTlogid=1501054802 cat=dns:dns-response FTNTFGTlevel=notice FTNTFGTeventtime=1773144000 duser=anna src=10.0.0.7 spt=54621 dst=10.0.0.2 dpt=53 proto=17 FTNTFGTqname=www.example.org FTNTFGTqtype=A msg=Domain is monitored act=pass',
  ],
}
