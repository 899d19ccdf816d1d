import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { recogniseZeekJson } from '../zeek/recognise-json.ts'
import { setZeekEcs } from '../zeek/set-zeek-ecs.ts'

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const path = json && recogniseZeekJson(json)
  if (!json || path === undefined) return undefined
  const fields = createFields()
  flattenJson(fields, `zeek.${path}`, json)
  delete fields[`zeek.${path}._path`]
  setZeekEcs(fields, path)
  const { _system_name: sensor } = json
  if (typeof sensor === 'string' && sensor !== '') fields['observer.name'] = sensor
  return { time: parseAnyTime(json.ts ?? json._write_ts, context), fields }
}

/** Zeek and Corelight writing JSON: `_path` says which log, else the keys of the record do. */
export const parser: Parser = {
  name: 'zeek-json',
  reads: 'Zeek and Corelight logs as JSON, all logs of the standard set',
  version: 1,
  clues: [{ json: ['_path'] }, { json: ['ts'] }],
  rank: 2,
  parse,
  samples: [
    '{"ts":1773144000.250001,"uid":"CHhAvVGS1DHFjwGM9","id.orig_h":"10.0.0.7","id.orig_p":51826,"id.resp_h":"192.0.2.10","id.resp_p":80,"trans_depth":1,"method":"GET","host":"www.example.org","uri":"/a.html","status_code":404}',
    '{"_path":"conn","_system_name":"sensor01","ts":"2026-03-10T12:00:00.250001Z","uid":"CHhAvVGS1DHFjwGM9","id.orig_h":"10.0.0.7","id.orig_p":51826,"id.resp_h":"10.0.0.1","id.resp_p":53,"proto":"udp","service":"dns","duration":0.002,"conn_state":"SF","orig_pkts":1,"orig_ip_bytes":64,"resp_pkts":1,"resp_ip_bytes":80}',
  ],
}
