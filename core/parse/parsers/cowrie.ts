import { createFields } from '../create-fields.ts'
import { createFieldMapper } from '../fields/create-field-mapper.ts'
import { address, number, text } from '../fields/field-setters.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

const map = createFieldMapper('cowrie', {
  src_ip: address('source'),
  src_port: number('source.port'),
  dst_ip: address('destination'),
  dst_port: number('destination.port'),
  protocol: text('network.protocol'),
  username: text('user.name'),
  input: text('process.command_line'),
  url: text('url.original'),
  shasum: text('file.hash.sha256'),
  sensor: text('observer.name'),
  message: text('message'),
})

/** Events of the honeypot Cowrie: whoever speaks to it is up to something. */
function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const { eventid: id, timestamp } = json ?? {}
  if (json === undefined || typeof id !== 'string' || !id.startsWith('cowrie.')) return undefined
  const fields = createFields()
  flattenJson(fields, 'cowrie', json)
  map(fields)
  fields['event.module'] = 'cowrie'
  fields['event.dataset'] = 'cowrie.log'
  fields['observer.product'] = 'Cowrie'
  fields['observer.type'] = 'honeypot'
  fields['event.action'] = id.slice(7)
  if (id === 'cowrie.login.failed') fields['event.outcome'] = 'failure'
  if (id === 'cowrie.login.success') fields['event.outcome'] = 'success'
  return { time: parseAnyTime(timestamp, context), fields }
}

export const parser: Parser = {
  name: 'cowrie',
  reads: 'events of the SSH and Telnet honeypot Cowrie, JSON',
  version: 1,
  clues: [{ json: ['eventid', 'session'] }],
  parse,
  samples: [
    '{"eventid":"cowrie.login.failed","session":"0f","src_ip":"203.0.113.9","src_port":51012,"dst_ip":"10.0.0.5","dst_port":2222,"protocol":"ssh","username":"root","password":"root","sensor":"pot01","timestamp":"2026-03-10T12:00:00.123Z","message":"login attempt [root/root] failed"}',
    '{"eventid":"cowrie.command.input","session":"0f","src_ip":"203.0.113.9","input":"uname -a","sensor":"pot01","timestamp":"2026-03-10T12:00:00.123Z","message":"CMD: uname -a"}',
  ],
}
