import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { baseName } from '../text/base-name.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const AUTH =
  /^ *Auth: \[([^\]]{1,64})\] user \[([^\]]{0,255})\]\\\[([^\]]{0,255})\] at \[[^\]]{1,64}\] with \[([^\]]{1,64})\] status \[(NT_STATUS_\w{1,64})\](?: workstation \[([^\]]{0,255})\])? remote host \[([^\]]{1,80})\]/
const VERDICTS = new Set(['ok', 'fail'])

/** `ipv4:203.0.113.9:51012` */
function setEndpoint(fields: Fields, side: 'source' | 'destination', endpoint: string): void {
  const bare = endpoint.replace(/^ipv[46]:/, '')
  const colon = bare.lastIndexOf(':')
  const port = wholeNumber(bare.slice(colon + 1))
  if (colon > 0 && isIp(bare.slice(0, colon))) setPeer(fields, side, bare.slice(0, colon), port)
}

function start(dataset: string): Fields {
  const fields = createFields()
  fields['event.module'] = 'samba'
  fields['event.dataset'] = dataset
  fields['network.protocol'] = 'smb'
  return fields
}

function setStatus(fields: Fields, status: string): void {
  fields['event.action'] = status === 'NT_STATUS_OK' ? 'logged-in' : 'authentication-failed'
  fields['event.outcome'] = status === 'NT_STATUS_OK' ? 'success' : 'failure'
  fields['event.reason'] = status
}

/** `log level = auth_audit:3`: one line for every log-in. */
function parseAuth(text: string): Parsed | undefined {
  const auth = AUTH.exec(text.slice(0, 2_000))
  if (!auth) return undefined
  const fields = start('samba.auth')
  if (auth[2] && auth[2] !== '(null)') fields['user.domain'] = auth[2]
  if (auth[3] && auth[3] !== '(null)') fields['user.name'] = auth[3]
  fields['samba.auth.method'] = auth[4] ?? ''
  setStatus(fields, auth[5] ?? '')
  if (auth[6]) fields['source.domain'] = auth[6]
  setEndpoint(fields, 'source', auth[7] ?? '')
  fields.message = text
  return { time: undefined, fields }
}

/** `log level = auth_json_audit:3` */
function parseJson(json: JsonObject, context: ParseContext): Parsed | undefined {
  const { type, timestamp, Authentication: auth, Authorization: authorization } = json
  const said = isObject(auth) ? auth : authorization
  if (!isObject(said)) return undefined
  const text = (name: string): string => {
    const value = said[name]
    return typeof value === 'string' ? value : ''
  }
  const fields = start('samba.auth')
  const account = text('clientAccount') || text('account')
  const domain = text('clientDomain') || text('domain')
  if (account !== '') fields['user.name'] = account
  if (domain !== '') fields['user.domain'] = domain
  setEndpoint(fields, 'source', text('remoteAddress'))
  setEndpoint(fields, 'destination', text('localAddress'))
  if (text('workstation') !== '') fields['source.domain'] = text('workstation')
  fields['samba.auth.service'] = text('serviceDescription')
  if (type === 'Authentication') setStatus(fields, text('status'))
  else fields['event.action'] = 'authorized'
  return {
    time: typeof timestamp === 'string' ? parseIsoTime(timestamp, context) : undefined,
    fields,
  }
}

/** `vfs objects = full_audit`, prefix `%u|%I|%m|%S`: `anna|203.0.113.9|pc7|share|open|ok|r|path`. */
function parseAudit(text: string): Parsed | undefined {
  const columns = text
    .replace(/^smbd_audit(?:\[\d{1,10}\])?: /, '')
    .slice(0, 4_096)
    .split('|', 12)
  const verdict = columns.findIndex((word, i) => i > 0 && (VERDICTS.has(word) || word.startsWith('fail (')))
  const ip = columns.find((word) => isIp(word))
  if (verdict < 2 || ip === undefined) return undefined
  const fields = start('samba.audit')
  const [user = ''] = columns
  if (user !== '' && !isIp(user)) fields['user.name'] = user
  setPeer(fields, 'source', ip)
  fields['event.action'] = columns[verdict - 1] ?? ''
  fields['event.outcome'] = columns[verdict] === 'ok' ? 'success' : 'failure'
  if (verdict > 3) fields['samba.share'] = columns[verdict - 2] ?? ''
  const path = columns.at(-1) ?? ''
  if (columns.length > verdict + 1 && path !== '') {
    fields['file.path'] = path
    fields['file.name'] = baseName(path)
  }
  fields.message = text
  return { time: undefined, fields }
}

function parse({ text, json, program }: Line, context: ParseContext): Parsed | undefined {
  if (json !== undefined) return parseJson(json, context)
  if (text.startsWith('Auth: [')) return parseAuth(text)
  return program === 'smbd_audit' || program === 'smbd' || text.startsWith('smbd_audit')
    ? parseAudit(text)
    : undefined
}

export const parser: Parser = {
  name: 'samba',
  reads: 'log-ins of Samba (auth_audit, text and JSON) and accesses to files (full_audit)',
  version: 1,
  clues: [
    { program: 'smbd_audit' },
    { program: 'smbd' },
    { prefix: 'Auth: [' },
    { prefix: 'smbd_audit' },
    { json: ['Authentication', 'type'] },
    { json: ['Authorization', 'type'] },
  ],
  ownNames: true,
  parse,
  samples: [
    'Auth: [SMB2,(null)] user [EXAMPLE]\\[anna] at [Tue, 10 Mar 2026 12:00:00.123456 UTC] with [NTLMv2] status [NT_STATUS_WRONG_PASSWORD] workstation [PC7] remote host [ipv4:203.0.113.9:51012] mapped to [EXAMPLE]\\[anna]. local host [ipv4:10.0.0.5:445]',
    'smbd_audit: anna|203.0.113.9|pc7|docs|unlink|ok|reports/a.doc',
    '{"timestamp":"2026-03-10T12:00:00.123456+0000","type":"Authentication","Authentication":{"version":{"major":1,"minor":2},"status":"NT_STATUS_OK","localAddress":"ipv4:10.0.0.5:445","remoteAddress":"ipv4:203.0.113.9:51012","serviceDescription":"SMB2","clientDomain":"EXAMPLE","clientAccount":"anna","workstation":"PC7"}}',
  ],
}
