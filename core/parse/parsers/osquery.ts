import { executable, filePath, lowerText, number, text } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'

/** Columns are those of the table that was asked: only what nearly all tables mean by a name is taken. */
const read = createProductReader({
  prefix: 'osquery.result',
  dataset: 'osquery.result',
  constants: { 'event.kind': 'event', 'event.type': ['info'] },
  times: ['unixTime', 'unix_time', 'calendarTime', 'calendar_time'],
  map: {
    name: text('rule.name'),
    action: lowerText('event.action'),
    hostIdentifier: (fields, value) => {
      fields['host.name'] = String(value)
      fields['host.hostname'] = String(value)
    },
    'decorations.host_uuid': text('host.id'),
    'decorations.hostname': text('host.hostname'),
    'decorations.username': text('user.name'),
    'columns.path': filePath('file'),
    'columns.size': number('file.size'),
    'columns.process': executable('process'),
    'columns.cmdline': text('process.command_line'),
    'columns.pid': number('process.pid'),
    'columns.parent': number('process.parent.pid'),
    'columns.md5': text('file.hash.md5'),
    'columns.sha1': text('file.hash.sha1'),
    'columns.sha256': text('file.hash.sha256'),
    'columns.remote_address': text('destination.ip'),
    'columns.remote_port': number('destination.port'),
    'columns.local_address': text('source.ip'),
    'columns.local_port': number('source.port'),
  },
})

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  return json !== undefined && typeof json.name === 'string' ? read(json, context) : undefined
}

export const parser: Parser = {
  name: 'osquery',
  reads: 'results of scheduled queries of osquery, row by row and as snapshots',
  version: 1,
  clues: [{ json: ['hostIdentifier', 'action', 'name'] }],
  parse,
  samples: [
    '{"name":"pack_fim_file_events","hostIdentifier":"web01","calendarTime":"Tue Mar 10 12:00:00 2026 UTC","unixTime":1773144000,"epoch":0,"counter":7,"decorations":{"host_uuid":"u7","username":"anna"},"columns":{"path":"/etc/passwd","size":"1204","sha256":""},"action":"added"}',
  ],
}
