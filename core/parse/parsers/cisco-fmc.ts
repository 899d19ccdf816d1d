import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'

/** `fmc01: anna@10.0.0.7, Devices > Platform Settings, Page View x0a x00`: who looked at or changed what. */
const AUDIT = /^([\w.-]{1,255}): ([^@,]{1,128})@([^,]{1,255}), (.*)$/s
/** A line feed and a zero, as the center writes them. */
const TAIL = / ?x0a ?x00$/

function parse({ text }: Line): Parsed | undefined {
  const [, host, user = '', origin = '', rest = ''] = AUDIT.exec(text.slice(0, 4_000)) ?? []
  if (host === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = 'cisco_ftd'
  fields['event.dataset'] = 'cisco_ftd.log'
  fields['event.code'] = 'audit'
  fields['observer.vendor'] = 'Cisco'
  fields['observer.product'] = 'ftd'
  fields['observer.type'] = 'idps'
  fields['host.name'] = host
  fields['user.name'] = user
  if (isIp(origin)) setPeer(fields, 'source', origin)
  const message = rest.replace(TAIL, '')
  fields.message = message
  const comma = message.lastIndexOf(', ')
  fields['cisco.ftd.audit.page'] = comma < 0 ? message : message.slice(0, comma)
  if (comma > 0) fields['event.action'] = message.slice(comma + 2)
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'cisco-fmc',
  reads: 'audit log of Cisco Secure Firewall Management Center',
  version: 1,
  clues: [
    ...[
      'sfdccsm',
      'mojo_server.pl',
      'actionqueuescrape.pl',
      'platformsettingedit.cgi',
      'lights_out_mgmt.cgi',
    ],
    ...['index.cgi', 'sfdc', 'ngfwmanager'],
  ].map((program) => ({ program })),
  parse,
  samples: [
    'fmc01: anna@10.0.0.7, Devices > Platform Settings > Platform Settings Editor, Save Policy edge x0a x00',
  ],
}
