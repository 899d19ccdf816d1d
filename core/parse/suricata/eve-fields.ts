import { printTime } from '../../event/print-time.ts'
import type { FieldMap, FieldSetter } from '../fields/field-setters.ts'
import { number, text } from '../fields/field-setters.ts'
import { baseName } from '../text/base-name.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { setUrl } from '../web/set-url.ts'

const each =
  (...setters: readonly FieldSetter[]): FieldSetter =>
  (fields, value) => {
    for (const set of setters) set(fields, value)
  }

const time =
  (field: string): FieldSetter =>
  (fields, value) => {
    const at = parseIsoTime(String(value), 0)
    if (at !== undefined) fields[field] ??= printTime(at)
  }

const list =
  (field: string): FieldSetter =>
  (fields, value) => {
    fields[field] ??= [String(value)]
  }

/** `TLS 1.2`, `TLSv1`, `SSLv3`. */
const tlsVersion: FieldSetter = (fields, value) => {
  const match = /^(TLS|SSL) ?v?(\d)(?:\.(\d))?$/i.exec(String(value))
  if (!match) return
  fields['tls.version'] ??= `${match[2]}.${match[3] ?? '0'}`
  fields['tls.version_protocol'] ??= String(match[1]).toLowerCase()
}

const fingerprint: FieldSetter = (fields, value) => {
  const digits = String(value).replaceAll(':', '').toUpperCase()
  if (digits.length === 40) fields['tls.server.hash.sha1'] ??= digits
}

const httpVersion: FieldSetter = (fields, value) => {
  const [, version] = String(value).split('/', 2)
  if (version !== undefined) fields['http.version'] ??= version
}

const filename: FieldSetter = (fields, value) => {
  const path = String(value)
  fields['file.path'] ??= path
  fields['file.name'] ??= baseName(path) || path
}

/** What the fields of EVE records mean in ECS, by name under `suricata.eve`. */
export const EVE_FIELDS: FieldMap = {
  flow_id: text('event.id'),
  in_iface: text('observer.ingress.interface.name'),
  host: text('observer.name'),
  community_id: text('network.community_id'),
  vlan: text('network.vlan.id'),
  icmp_type: text('icmp.type'),
  icmp_code: text('icmp.code'),
  'alert.signature_id': text('rule.id'),
  'alert.signature': text('rule.name'),
  'alert.category': each(text('rule.category'), text('message')),
  'alert.rev': text('rule.version'),
  'alert.rule': text('rule.description'),
  'alert.severity': number('event.severity'),
  'anomaly.event': text('event.action'),
  'flow.start': time('event.start'),
  'flow.end': time('event.end'),
  'flow.reason': text('event.reason'),
  'netflow.start': time('event.start'),
  'netflow.end': time('event.end'),
  'drop.reason': text('event.reason'),
  'http.hostname': each(text('url.domain'), text('destination.domain')),
  'http.url': (fields, value) => setUrl(fields, String(value)),
  'http.http_port': number('url.port'),
  'http.http_method': text('http.request.method'),
  'http.http_user_agent': text('user_agent.original'),
  'http.http_refer': text('http.request.referrer'),
  'http.http_content_type': text('http.response.mime_type'),
  'http.protocol': httpVersion,
  'http.status': number('http.response.status_code'),
  'http.length': number('http.response.body.bytes'),
  'dns.id': text('dns.id'),
  'dns.rrname': text('dns.question.name'),
  'dns.rrtype': text('dns.question.type'),
  'dns.query.rrname': text('dns.question.name'),
  'dns.query.rrtype': text('dns.question.type'),
  'dns.query.id': text('dns.id'),
  'dns.answer.id': text('dns.id'),
  'dns.queries.rrname': text('dns.question.name'),
  'dns.queries.rrtype': text('dns.question.type'),
  'dns.rcode': text('dns.response_code'),
  'dns.answer.rcode': text('dns.response_code'),
  'dns.answer.rrname': text('dns.question.name'),
  'dns.answer.rrtype': text('dns.question.type'),
  'tls.sni': (fields, value) => {
    const name = String(value).replace(/\.$/, '')
    if (name === '') return
    fields['tls.client.server_name'] ??= name
    fields['destination.domain'] ??= name
  },
  'tls.version': tlsVersion,
  'tls.subject': text('tls.server.subject'),
  'tls.issuerdn': text('tls.server.issuer'),
  'tls.serial': text('tls.server.x509.serial_number'),
  'tls.fingerprint': fingerprint,
  'tls.notbefore': time('tls.server.not_before'),
  'tls.notafter': time('tls.server.not_after'),
  'tls.ja3.hash': text('tls.client.ja3'),
  'tls.ja3s.hash': text('tls.server.ja3s'),
  'fileinfo.filename': filename,
  'fileinfo.size': number('file.size'),
  'fileinfo.magic': text('file.type'),
  'fileinfo.md5': text('file.hash.md5'),
  'fileinfo.sha1': text('file.hash.sha1'),
  'fileinfo.sha256': text('file.hash.sha256'),
  'email.from': list('email.from.address'),
  'email.subject': text('email.subject'),
  'email.message_id': text('email.message_id'),
  'smtp.mail_from': list('email.from.address'),
  'ftp.command': text('event.action'),
  'ftp_data.filename': filename,
  'smb.command': text('event.action'),
  'smb.filename': filename,
  'smb.ntlmssp.user': text('user.name'),
  'smb.ntlmssp.domain': text('user.domain'),
  'krb5.msg_type': text('event.action'),
  'krb5.cname': text('user.name'),
  'krb5.realm': text('user.domain'),
  'rdp.cookie': text('user.name'),
  'rfb.name': text('destination.domain'),
  'sip.method': text('event.action'),
  'sip.uri': text('url.original'),
  'dhcp.hostname': text('client.domain'),
  'dhcp.client_mac': text('client.mac'),
  'dhcp.assigned_ip': text('client.ip'),
  'dhcp.dhcp_type': text('event.action'),
  'nfs.procedure': text('event.action'),
  'nfs.filename': filename,
  'tftp.file': filename,
  'tftp.packet': text('event.action'),
  'ssh.client.software_version': text('user_agent.original'),
  'snmp.pdu_type': text('event.action'),
}
