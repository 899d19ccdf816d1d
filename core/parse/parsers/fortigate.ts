import { readFortinetPairs } from '../fortinet/read-fortinet-pairs.ts'
import { isFortios, isFortiproxy, readFortios } from '../fortinet/read-fortios.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const pairs = readFortinetPairs(text)
  if (pairs === undefined || !isFortios(pairs) || isFortiproxy(pairs)) return undefined
  return readFortios(pairs, 'fortinet_fortigate', { name: 'Fortigate', type: 'firewall' }, context)
}

export const parser: Parser = {
  name: 'fortigate',
  reads:
    'Fortinet FortiGate (FortiOS), logs of traffic, security profiles and events, separated by blanks or commas',
  version: 1,
  clues: [
    { prefix: 'date=' },
    { prefix: 'time=' },
    { prefix: 'timestamp=' },
    { prefix: 'devname=' },
    { prefix: 'devid=' },
    { prefix: 'eventtime=' },
    { prefix: 'logver=' },
    { prefix: 'itime=' },
    { prefix: 'logid=' },
  ],
  rank: 1,
  parse,
  samples: [
    'date=2026-03-10 time=12:00:00 devname="fg01" devid="FG100E0000000001" logid="0000000013" type="traffic" subtype="forward" level="notice" vd="root" eventtime=1773144000123456789 tz="+0000" srcip=10.0.0.7 srcport=51000 srcintf="lan" srcintfrole="lan" dstip=203.0.113.9 dstport=443 dstintf="wan1" dstintfrole="wan" sessionid=107 proto=6 action="accept" policyid=1 policytype="policy" service="HTTPS" trandisp="snat" transip=198.51.100.1 transport=40100 duration=5 sentbyte=1000 rcvdbyte=2000 sentpkt=5 rcvdpkt=6 appcat="unscanned"',
    'date=2026-03-10 time=12:00:00 logid="0316013056" type="utm" subtype="webfilter" eventtype="ftgd_blk" level="warning" vd="root" eventtime=1773144000 policyid=1 srcip=10.0.0.7 srcport=51001 dstip=203.0.113.9 dstport=80 proto=6 service="HTTP" hostname="www.example.org" profile="default" action="blocked" url="/a.exe" direction="outgoing" msg="URL belongs to a denied category in policy" cat=26 catdesc="Malicious Websites"',
    'date=2026-03-10,time=12:00:00,devname=fg01,devid=FG100E0000000001,logid=0100032002,type=event,subtype=system,level=alert,vd="root",logdesc="Admin login failed",user="anna",ui="ssh(10.0.0.8)",action="login",status="failed",reason="passwd_invalid",msg="Administrator anna login failed"',
  ],
}
