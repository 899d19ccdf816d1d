import type { Scalar } from '../../event/event.ts'
import type { FieldMap, FieldSetter } from '../fields/field-setters.ts'
import { lowerText, number, text } from '../fields/field-setters.ts'
import { formatMac } from '../text/format-mac.ts'
import { setUrl } from '../web/set-url.ts'

const listOf =
  (field: string): FieldSetter =>
  (fields, value) => {
    fields[field] ??= [String(value)]
  }

const outcome =
  (success: (value: Scalar) => boolean | undefined): FieldSetter =>
  (fields, value) => {
    const good = success(value)
    if (good !== undefined) fields['event.outcome'] ??= good ? 'success' : 'failure'
  }

const flag = outcome((value) => (typeof value === 'boolean' ? value : undefined))

const each =
  (...setters: readonly FieldSetter[]): FieldSetter =>
  (fields, value) => {
    for (const set of setters) set(fields, value)
  }

/** `TLSv12`, `SSLv3`, `DTLSv12`. */
const tlsVersion: FieldSetter = (fields, value) => {
  const match = /^(D?TLS|SSL)v(\d)(\d)?/i.exec(String(value))
  if (!match) return
  fields['tls.version'] ??= `${match[2]}.${match[3] ?? '0'}`
  fields['tls.version_protocol'] ??= String(match[1]).toLowerCase()
}

/** `anna/EXAMPLE.ORG`: a principal of Kerberos as Zeek writes it. */
const principal: FieldSetter = (fields, value) => {
  const whole = String(value)
  const slash = whole.lastIndexOf('/')
  if (slash > 0) fields['user.name'] ??= whole.slice(0, slash)
  else if (slash < 0) fields['user.name'] ??= whole
  if (slash >= 0 && slash < whole.length - 1) fields['user.domain'] ??= whole.slice(slash + 1)
}

const dnsClass: FieldSetter = (fields, value) => {
  const name = String(value)
  fields['dns.question.class'] ??= name === 'C_INTERNET' ? 'IN' : name.replace(/^C_/, '')
}

const httpStatus: FieldSetter = (fields, value) => {
  const status = Number(value)
  if (!Number.isInteger(status)) return
  fields['http.response.status_code'] ??= status
  fields['event.outcome'] ??= status < 400 ? 'success' : 'failure'
}

/** `sip:anna@example.org:5060;user=phone` */
const sipUrl: FieldSetter = (fields, value) => {
  const url = String(value)
  fields['url.full'] ??= url
  const match = /^(sips?):(?:([^@;]{1,128})@)?([^:;>@]{1,255})(?::(\d{1,5}))?/.exec(url)
  if (!match) return
  fields['url.scheme'] ??= String(match[1])
  if (match[2] !== undefined) fields['url.username'] ??= match[2]
  if (match[3] !== undefined) fields['url.domain'] ??= match[3]
  if (match[4] !== undefined) fields['url.port'] ??= Number(match[4])
}

const mac =
  (field: string): FieldSetter =>
  (fields, value) => {
    const address = formatMac(String(value))
    if (address !== undefined) fields[field] ??= address
  }

/** DHCP's ports are fixed, its log does not show them. */
const dhcpEnd =
  (role: string, side: string, port: number): FieldSetter =>
  (fields, value) => {
    for (const name of [role, side]) {
      fields[`${name}.address`] ??= value
      fields[`${name}.ip`] ??= value
    }
    fields[`${side}.port`] = port
  }

const kerberosCert = (side: 'client' | 'server'): FieldSetter => text(`tls.${side}.subject`)

/** What the columns of each log mean in ECS, besides those that most logs share. */
export const LOG_FIELDS: Readonly<Record<string, FieldMap>> = {
  dce_rpc: { operation: text('event.action') },
  dhcp: {
    client_addr: dhcpEnd('client', 'source', 68),
    server_addr: dhcpEnd('server', 'destination', 67),
    assigned_addr: dhcpEnd('client', 'source', 68),
    domain: text('network.name'),
    host_name: text('client.domain'),
    mac: mac('client.mac'),
    msg_types: text('event.action'),
  },
  dnp3: { fc_request: lowerText('event.action'), fc_reply: lowerText('event.action') },
  dns: {
    trans_id: text('dns.id'),
    query: text('dns.question.name'),
    qclass_name: dnsClass,
    qtype_name: text('dns.question.type'),
    rcode_name: each(
      text('dns.response_code'),
      outcome((value) => String(value) === 'NOERROR'),
    ),
  },
  dpd: { failure_reason: text('event.reason') },
  analyzer: { failure_reason: text('event.reason'), cause: text('event.action') },
  files: {
    filename: text('file.name'),
    mime_type: text('file.mime_type'),
    total_bytes: number('file.size'),
    md5: text('file.hash.md5'),
    sha1: text('file.hash.sha1'),
    sha256: text('file.hash.sha256'),
    conn_uids: text('event.id'),
    tx_hosts: each(text('server.ip'), text('server.address')),
    rx_hosts: each(text('client.ip'), text('client.address')),
  },
  ftp: {
    user: text('user.name'),
    command: text('event.action'),
    file_size: number('file.size'),
    mime_type: text('file.mime_type'),
    arg: (fields, value) => {
      if (String(value).startsWith('ftp://')) setUrl(fields, String(value))
    },
    reply_code: outcome((value) => Number(value) < 400),
  },
  http: {
    method: each(text('http.request.method'), text('event.action')),
    host: text('url.domain'),
    uri: (fields, value) => setUrl(fields, String(value)),
    referrer: text('http.request.referrer'),
    version: text('http.version'),
    user_agent: text('user_agent.original'),
    request_body_len: number('http.request.body.bytes'),
    response_body_len: number('http.response.body.bytes'),
    status_code: httpStatus,
    username: text('user.name'),
    resp_mime_types: text('http.response.mime_type'),
  },
  intel: {
    'seen.indicator': text('threat.indicator.name'),
    'seen.indicator_type': text('threat.indicator.description'),
    sources: text('threat.indicator.provider'),
  },
  irc: { command: text('event.action'), user: text('user.name'), dcc_file_name: text('file.name') },
  kerberos: {
    request_type: text('event.action'),
    client: principal,
    success: flag,
    error_msg: text('event.reason'),
    'cert.client_subject': kerberosCert('client'),
    'cert.server_subject': kerberosCert('server'),
    client_cert_subject: kerberosCert('client'),
    server_cert_subject: kerberosCert('server'),
  },
  known_certs: {
    host: each(listOf('host.ip'), listOf('server.ip')),
    port_num: number('server.port'),
    subject: text('tls.server.subject'),
    issuer_subject: text('tls.server.issuer'),
  },
  known_hosts: { host: listOf('host.ip') },
  known_services: {
    host: each(listOf('host.ip'), listOf('server.ip')),
    port_num: number('server.port'),
    port_proto: lowerText('network.transport'),
    service: lowerText('network.protocol'),
  },
  ldap: { opcode: text('event.action'), result: outcome((value) => value === 'success') },
  ldap_search: { scope: text('event.action'), result: outcome((value) => value === 'success') },
  modbus: {
    func: text('event.action'),
    exception: outcome((value) => value === ''),
  },
  mysql: { cmd: text('event.action'), arg: text('db.statement'), success: flag },
  notice: {
    note: text('rule.name'),
    msg: text('rule.description'),
    sub: text('event.reason'),
    src: each(text('source.address'), text('source.ip')),
    dst: each(text('destination.address'), text('destination.ip')),
    p: number('destination.port'),
    file_mime_type: text('file.mime_type'),
    dropped: (fields, value) => {
      fields['event.type'] ??= ['info', value === true ? 'denied' : 'allowed']
    },
  },
  ntlm: {
    username: text('user.name'),
    domainname: text('user.domain'),
    hostname: text('source.domain'),
    server_dns_computer_name: text('destination.domain'),
    success: flag,
  },
  pe: { machine: text('file.pe.architecture') },
  quic: { server_name: each(text('tls.client.server_name'), text('destination.domain')) },
  radius: {
    username: text('user.name'),
    mac: mac('source.mac'),
    result: outcome((value) => /^success/i.test(String(value))),
    reply_msg: text('event.reason'),
  },
  rdp: { cookie: text('user.name'), result: text('event.reason') },
  rfb: { auth: flag },
  signatures: {
    sig_id: text('rule.id'),
    event_msg: text('rule.description'),
    note: text('rule.name'),
    src_addr: each(text('source.address'), text('source.ip')),
    src_port: number('source.port'),
    dst_addr: each(text('destination.address'), text('destination.ip')),
    dst_port: number('destination.port'),
  },
  sip: {
    method: text('event.action'),
    uri: sipUrl,
    status_code: outcome((value) => Number(value) < 400),
    user_agent: text('user_agent.original'),
  },
  smb_cmd: {
    command: text('event.action'),
    username: text('user.name'),
    status: outcome((value) => value === 'SUCCESS'),
    'referenced_file.name': text('file.name'),
    'referenced_file.path': text('file.path'),
    'referenced_file.size': number('file.size'),
  },
  smb_files: {
    action: text('event.action'),
    name: (fields, value) => {
      const name = String(value)
      fields['file.name'] ??= name
      const path = fields['zeek.smb_files.path']
      fields['file.path'] ??= path === undefined ? name : `${path}\\${name}`
    },
    size: number('file.size'),
  },
  smtp: {
    mailfrom: listOf('email.from.address'),
    subject: text('email.subject'),
    msg_id: text('email.message_id'),
    user_agent: text('email.x_mailer'),
    last_reply: text('event.reason'),
  },
  socks: {
    user: text('user.name'),
    status: outcome((value) => value === 'succeeded'),
    'request.name': text('url.domain'),
    request_p: number('url.port'),
  },
  software: {
    host: listOf('host.ip'),
    name: text('package.name'),
    unparsed_version: text('package.description'),
  },
  ssh: { auth_success: flag, client: text('user_agent.original') },
  ssl: {
    version: tlsVersion,
    cipher: text('tls.cipher'),
    curve: text('tls.curve'),
    server_name: each(text('tls.client.server_name'), text('destination.domain')),
    next_protocol: text('tls.next_protocol'),
    subject: text('tls.server.subject'),
    issuer: text('tls.server.issuer'),
    client_subject: text('tls.client.subject'),
    client_issuer: text('tls.client.issuer'),
    ja3: text('tls.client.ja3'),
    ja3s: text('tls.server.ja3s'),
  },
  syslog: {
    facility: text('log.syslog.facility.name'),
    severity: text('log.syslog.severity.name'),
    message: text('message'),
  },
  traceroute: {
    src: each(text('source.address'), text('source.ip')),
    dst: each(text('destination.address'), text('destination.ip')),
  },
  tunnel: { action: text('event.action') },
  weird: { name: text('rule.name'), addl: text('event.reason') },
  x509: {
    id: text('event.id'),
    fingerprint: text('event.id'),
    'certificate.subject': text('tls.server.subject'),
    'certificate.issuer': text('tls.server.issuer'),
  },
}

/** Protocol and transport of the logs that do not name them. */
export const LOG_NETWORK: ReadonlyMap<string, readonly [protocol: string, transport: string]> = new Map(
  Object.entries({
    dce_rpc: ['dce_rpc', 'tcp'],
    dhcp: ['dhcp', 'udp'],
    dnp3: ['dnp3', 'tcp'],
    dns: ['dns', 'udp'],
    ftp: ['ftp', 'tcp'],
    http: ['http', 'tcp'],
    irc: ['irc', 'tcp'],
    kerberos: ['kerberos', 'tcp'],
    ldap: ['ldap', 'tcp'],
    ldap_search: ['ldap', 'tcp'],
    modbus: ['modbus', 'tcp'],
    mysql: ['mysql', 'tcp'],
    ntlm: ['ntlm', 'tcp'],
    ntp: ['ntp', 'udp'],
    ocsp: ['', 'tcp'],
    quic: ['quic', 'udp'],
    radius: ['radius', 'udp'],
    rdp: ['rdp', 'tcp'],
    rfb: ['rfb', 'tcp'],
    sip: ['sip', 'udp'],
    smb_cmd: ['smb', 'tcp'],
    smb_files: ['smb', 'tcp'],
    smb_mapping: ['smb', 'tcp'],
    smtp: ['smtp', 'tcp'],
    snmp: ['snmp', 'udp'],
    socks: ['socks', 'tcp'],
    ssh: ['ssh', 'tcp'],
    ssl: ['tls', 'tcp'],
    syslog: ['syslog', 'udp'],
  }),
)
