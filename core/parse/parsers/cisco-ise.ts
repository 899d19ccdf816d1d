import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { readIseAttributes } from '../ise/read-ise-attributes.ts'
import { setMac } from '../network/set-mac.ts'
import { setTransport } from '../network/set-transport.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { snakeCase } from '../text/snake-case.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

/** `CISE_Failed_Attempts 0000075876 1 0 `: category, message, how many parts it has, which part this is. */
const OPENING = /^(?:(CISE_\w{1,60}) )?(\d{10}) (\d{1,3}) (\d{1,3}) {1,2}/
/** `2026-03-10 12:00:00.123 +00:00 0000075943 5411 NOTICE Failed-Attempt: `, of the first part. */
const HEAD =
  /^(\d{4}-\d\d-\d\d) ([\d:.]{8,18}) ([+-]\d\d:\d\d) (\d{10}) (\d{4,6}) ([A-Z]{1,10}) {1,3}([\w /-]{1,60}): /

type Attributes = Map<string, string[]>

const one = (attributes: Attributes, ...names: string[]): string | undefined => {
  for (const name of names) {
    const value = attributes.get(name)?.[0]
    if (value !== undefined) return value
  }
  return undefined
}

function setAddress(fields: Fields, side: string, address: string | undefined, port?: string): void {
  if (address === undefined) return
  fields[`${side}.address`] = address
  if (!isIp(address)) return
  fields[`${side}.ip`] = address
  const number = wholeNumber(port ?? '')
  if (number !== undefined && number <= 65535) fields[`${side}.port`] = number
}

function setAttributes(fields: Fields, attributes: Attributes): void {
  setAddress(
    fields,
    'client',
    one(attributes, 'Device IP Address', 'AdminIPAddress'),
    one(attributes, 'Device Port'),
  )
  setAddress(
    fields,
    'destination',
    one(attributes, 'DestinationIPAddress'),
    one(attributes, 'DestinationPort'),
  )
  const source = one(attributes, 'IpAddress', 'Remote-Address', 'Device IP Address', 'AdminIPAddress')
  if (source !== undefined) setPeer(fields, 'source', source)
  setAddress(fields, 'server', one(attributes, 'Server', 'Acs Instance'))
  const user = one(attributes, 'UserName', 'User-Name', 'User')
  if (user !== undefined) fields['user.name'] = user
  const admin = one(attributes, 'AdminName')
  if (admin !== undefined) fields['client.user.name'] = admin
  if (admin !== undefined) fields['user.name'] ??= admin
  const protocol = one(attributes, 'Protocol')
  if (protocol !== undefined && protocol.length < 20) fields['network.protocol'] = protocol.toLowerCase()
  if (protocol?.toLowerCase() === 'radius') setTransport(fields, 'udp')
  const command = one(attributes, 'CmdSet')
  if (command !== undefined) fields['process.command_line'] = command
  const failure = one(attributes, 'FailureReason')
  if (failure !== undefined) fields['event.reason'] = failure
  const policy = one(attributes, 'AuthorizationPolicyMatchedRule', 'IdentityPolicyMatchedRule')
  if (policy !== undefined) fields['rule.name'] = policy
  setMac(fields, 'source.mac', one(attributes, 'EndPointMACAddress', 'Calling-Station-ID') ?? '')
}

/** `CISE_Alarm WARN: Name of the alarm: Server=ise01; NAS IP Address=10.0.0.2`. */
const ALARM = /^CISE_Alarm ([A-Z]{1,10}): ([^:]{1,100}): /

function readAlarm(text: string): Parsed | undefined {
  const alarm = ALARM.exec(text.slice(0, 140))
  if (!alarm) return undefined
  const [opening, level = '', name = ''] = alarm
  const fields = startEvent()
  const rest = text.slice(opening.length)
  fields.message = rest
  fields['cisco_ise.log.category.name'] = 'CISE_Alarm'
  fields['event.action'] = name.trim()
  fields['log.level'] = level.toLowerCase()
  setAttributes(fields, readIseAttributes(rest.replaceAll('; ', ', ')))
  return { time: undefined, fields }
}

function startEvent(): Fields {
  const fields = createFields()
  fields['event.module'] = 'cisco_ise'
  fields['event.dataset'] = 'cisco_ise.log'
  fields['observer.vendor'] = 'Cisco'
  fields['observer.product'] = 'Cisco ISE'
  return fields
}

const KEPT = /^[\w -]{1,60}$/

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const opening = OPENING.exec(text.slice(0, 120))
  if (!opening) return readAlarm(text)
  const [whole, category, id = '', total = '', part = ''] = opening
  const rest = text.slice(whole.length)
  const head = HEAD.exec(rest.slice(0, 180))
  if (category === undefined && !head && part === '0') return undefined
  const fields = startEvent()
  fields['cisco_ise.log.message.id'] = id
  fields['cisco_ise.log.segment.total'] = Number(total)
  fields['cisco_ise.log.segment.number'] = Number(part)
  if (category !== undefined) fields['cisco_ise.log.category.name'] = category
  fields.message = rest
  let time: bigint | undefined
  let list = rest
  if (head) {
    const [opened, date = '', clock = '', zone = '', , code = '', level = '', kind = ''] = head
    time = parseIsoTime(`${date}T${clock}${zone}`, context)
    fields['event.code'] = code
    fields['event.action'] = kind.toLowerCase()
    fields['log.level'] = level.toLowerCase()
    fields['log.syslog.severity.name'] = level.toLowerCase()
    const comma = rest.indexOf(',', opened.length)
    fields['event.reason'] = rest.slice(opened.length, comma < 0 ? rest.length : comma)
    list = comma < 0 ? '' : rest.slice(comma + 1)
  }
  const attributes = readIseAttributes(list)
  for (const [name, values] of attributes) {
    if (KEPT.test(name))
      fields[`cisco_ise.log.${snakeCase(name)}`] = values.length === 1 ? (values[0] ?? '') : values
  }
  setAttributes(fields, attributes)
  return { time, fields }
}

export const parser: Parser = {
  name: 'cisco-ise',
  reads:
    'Cisco Identity Services Engine: authentications, accounting, administration, diagnostics, first parts and later ones',
  version: 1,
  clues: [{ prefix: 'CISE_' }, { prefix: '000' }],
  rank: 6,
  parse,
  samples: [
    'CISE_Failed_Attempts 0000075876 1 0 2026-03-10 12:00:00.136 +00:00 0000075943 5400 NOTICE Failed-Attempt: Authentication failed, ConfigVersionId=93, Device IP Address=10.0.0.2, Device Port=16345, DestinationIPAddress=10.0.0.5, DestinationPort=1812, Protocol=Radius, UserName=anna, FailureReason=24408 User authentication failed\\, wrong password, Step=11001, Step=11017,',
    'CISE_Passed_Authentications 0000075877 2 1 NetworkDeviceGroups=Location#All Locations, IdentityPolicyMatchedRule=Default,',
    '0000075878 1 0 2026-03-10 12:00:01.000 +00:00 0000075944 51001 NOTICE Administrator-Login: Administrator authentication succeeded, AdminIPAddress=10.0.0.7, AdminName=anna,',
  ],
}
