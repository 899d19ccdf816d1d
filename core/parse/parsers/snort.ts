import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { readSnortAlert } from '../snort/read-alert.ts'
import { readSnortCsv } from '../snort/read-snort-csv.ts'
import { readSnortJson } from '../snort/read-snort-json.ts'

const SLASH = 0x2f

function parse({ text, json }: Line, context: ParseContext): Parsed | undefined {
  if (json !== undefined) return readSnortJson(json, context)
  if (text.charCodeAt(0) !== 0x5b && text.charCodeAt(2) !== SLASH) return undefined
  return text.includes('] ')
    ? (readSnortAlert(text, context) ?? readSnortCsv(text, context))
    : readSnortCsv(text, context)
}

/** Snort's alerts, as it writes them to files, to syslog and, version 3, as JSON; also Suricata's fast.log. */
export const parser: Parser = {
  name: 'snort',
  reads: "Snort alerts: fast, full, CSV, JSON and syslog; Suricata's fast.log",
  version: 1,
  clues: [
    { json: ['pkt_num', 'rule'] },
    { json: ['sid', 'gid', 'msg'] },
    { json: ['src_ap', 'rule'] },
    { prefix: '[**] [' },
    { first: '01', run: 2, next: '/' },
    ...['snort', 'suricata', 'barnyard2', 'barnyard'].map((program) => ({ program })),
  ],
  rank: 1,
  parse,
  samples: [
    '03/10-12:00:00.250000  [**] [1:9000001:2] EXAMPLE scan [**] [Classification: Attempted Information Leak] [Priority: 2] {TCP} 10.0.0.7:51826 -> 192.0.2.10:80',
    '03/10-12:00:00.250000 ,1,9000001,2,"EXAMPLE scan, slow",UDP,10.0.0.7,51826,192.0.2.10,53,00:0C:29:EB:35:DE,00:0C:29:EB:35:DF,0x72,,,,,,64,0,100,60,61440,,,,',
    '[**] [1:9000002:0] EXAMPLE ping [**]\n[Classification: Misc activity] [Priority: 3] \n03/10-12:00:00.250000 10.0.0.7 -> 192.0.2.10\nICMP TTL:64 TOS:0x0 ID:7 IpLen:20 DgmLen:84 DF\nType:8  Code:0  ID:1   Seq:1  ECHO',
    '{"seconds":1773144000,"action":"allow","class":"none","dir":"C2S","dst_addr":"192.0.2.10","dst_port":80,"gid":1,"msg":"EXAMPLE scan","pkt_len":60,"pkt_num":7,"priority":3,"proto":"TCP","rev":1,"rule":"1:9000001:1","sid":9000001,"src_addr":"10.0.0.7","src_port":51826,"timestamp":"03/10-12:00:00.250000"}',
  ],
}
