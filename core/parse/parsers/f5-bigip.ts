import type { Fields } from '../../event/event.ts'
import { BIGIP_FIELDS } from '../bigip/asm-fields.ts'
import { readBigipMessage } from '../bigip/messages.ts'
import { createFields } from '../create-fields.ts'
import { setPairs } from '../fields/set-pairs.ts'
import { readKeyValues } from '../generic/read-key-values.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

const LEVELS = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'informational', 'debug']
/** `01070638:5: `: product and message in hexadecimal, level. */
const NUMBER = /^([0-9a-f]{8}):([0-7]): /
const VERDICTS: Readonly<Record<string, string>> = {
  blocked: 'failure',
  passed: 'success',
  alerted: 'success',
}

function start(product: string): Fields {
  const fields = createFields()
  fields['event.module'] = 'f5_bigip'
  fields['event.dataset'] = 'f5_bigip.log'
  fields['observer.vendor'] = 'F5'
  fields['observer.product'] = product
  return fields
}

/** ASM's `unit_hostname="..",ip_client="..",..`, and what F5's logging iRules write. */
function readPairsOf(text: string, product: string): Parsed | undefined {
  const { pairs } = readKeyValues(text)
  if (pairs.size < 3) return undefined
  const fields = start(product)
  setPairs(fields, 'f5_bigip', pairs, BIGIP_FIELDS)
  const action = fields['event.action']
  const outcome = typeof action === 'string' && Object.hasOwn(VERDICTS, action) ? VERDICTS[action] : undefined
  if (outcome !== undefined) fields['event.outcome'] = outcome
  fields.message = text
  return { time: undefined, fields }
}

function parse({ text }: Line): Parsed | undefined {
  if (text.startsWith('unit_hostname=') || text.startsWith('ASM:unit_hostname='))
    return readPairsOf(text.startsWith('ASM:') ? text.slice(4) : text, 'BIG-IP ASM')
  if (text.startsWith('f5_irule=')) return readPairsOf(text, 'BIG-IP LTM')
  if (text.charCodeAt(8) !== 0x3a) return undefined
  const [whole, code, level] = NUMBER.exec(text.slice(0, 16)) ?? []
  if (whole === undefined || code === undefined) return undefined
  const message = text.slice(whole.length)
  const fields = start(code.startsWith('01490') ? 'BIG-IP APM' : 'BIG-IP')
  fields['event.code'] = code
  fields['log.level'] = LEVELS[Number(level)] ?? ''
  fields.message = message
  readBigipMessage(fields, message)
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'f5-bigip',
  reads:
    "F5 BIG-IP: audit, pools, TLS, iRules, access policies (APM); ASM's pairs and what F5's logging iRules write",
  version: 1,
  clues: [
    ...['unit_hostname=', 'ASM:unit_hostname=', 'f5_irule='].map((prefix) => ({ prefix })),
    ...['tmm', 'mcpd', 'apmd', 'httpd', 'tmsh'].map((program) => ({ program })),
    { first: '0' },
  ],
  rank: 2,
  parse,
  samples: [
    '01070638:5: Pool /Common/web member /Common/web3:443 monitor status down. [ /Common/https: down; last error: timeout ]',
    '01070417:5: AUDIT - client Unknown, user anna - transaction #17-2 - object 0 - modify { pool_member { pool_name "/Common/web" } } [Status=Command OK]',
    "01490106:4: /Common/vpn:Common:1a2b3c4d: AD module: authentication with 'anna' failed: Preauthentication failed",
    'unit_hostname="lb1.example.org",management_ip_address="10.0.0.2",policy_name="/Common/shop",violations="Illegal URL",support_id="4711",request_status="blocked",response_code="0",ip_client="203.0.113.9",src_port="51000",dest_ip="192.0.2.9",dest_port="443",protocol="HTTPS",method="GET",uri="/admin",attack_type="Forceful Browsing"',
  ],
}
