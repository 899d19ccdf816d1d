import type { Fields } from '../../event/event.ts'
import { lowerText, text } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { typeOfAction } from '../saas/type-of-action.ts'
import { onlyIp, url } from '../saas/value-setters.ts'

const read = createProductReader({
  prefix: 'ping_one.audit',
  dataset: 'ping_one.audit',
  constants: { 'event.kind': 'event', 'observer.vendor': 'Ping Identity', 'observer.product': 'PingOne' },
  times: ['recordedAt', 'createdAt'],
  map: {
    id: text('event.id'),
    'action.type': lowerText('event.action'),
    'result.description': text('message'),
    'resources.href': url,
    'actors.client.name': text('client.user.name'),
    'actors.client.id': text('client.user.id'),
    'actors.user.id': text('user.id'),
    'actors.user.name': text('user.name'),
    'source.ipAddress': onlyIp('source.ip'),
    'source.userAgent': text('user_agent.original'),
  },
  finish: setVerdict,
})

/** Actions are `AREA.VERB`. */
function setVerdict(fields: Fields): void {
  const action = String(fields['event.action'] ?? '')
  const [area = '', verb = ''] = action.split('.', 2)
  const status = String(fields['ping_one.audit.result.status'] ?? '').toLowerCase()
  if (status !== '') fields['event.outcome'] = status === 'success' ? 'success' : 'failure'
  if (area === 'authentication' || area === 'user_session' || area === 'session') {
    fields['event.category'] = ['authentication']
    fields['event.type'] = [verb === 'deleted' ? 'end' : 'start']
    return
  }
  const type = area === 'password' ? undefined : typeOfAction(verb)
  fields['event.category'] = type === undefined ? ['iam'] : ['iam', 'configuration']
  const types: string[] = [type ?? 'info']
  if (type !== undefined && area.includes('group')) types.push('group')
  if (type !== undefined && area === 'user') types.push('user')
  fields['event.type'] = types
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || typeof json.action !== 'object' || json.action === null) return undefined
  return read(json, context)
}

export const parser: Parser = {
  name: 'ping-one',
  reads: 'audit activities of PingOne',
  version: 1,
  clues: [{ json: ['recordedAt', 'action', 'correlationId'] }, { json: ['recordedAt', 'action', 'result'] }],
  parse,
  samples: [
    '{"id":"e1","recordedAt":"2026-03-10T12:00:00.125Z","correlationId":"c1","action":{"type":"USER.CREATED","description":"User Created"},"actors":{"client":{"id":"c7","name":"console"},"user":{"id":"u7","name":"anna@example.org"}},"resources":[{"type":"USER","id":"u8","href":"https://api.example.org/v1/users/u8"}],"result":{"status":"SUCCESS","description":"Created User u8"}}',
    '{"id":"e2","recordedAt":"2026-03-10T12:00:01Z","correlationId":"c2","action":{"type":"PASSWORD.CHECK_FAILED"},"result":{"status":"FAILED"}}',
  ],
}
