import type { JsonObject } from '../parser.ts'

/** Keys of a log's records that no other log of Zeek has; the first row of which one row of keys is all there decides. */
const KEYS: readonly (readonly [path: string, ...keys: string[]])[] = [
  ['conn', 'conn_state'],
  ['analyzer', 'cause', 'analyzer_kind'],
  ['dpd', 'analyzer', 'failure_reason'],
  ['dpd', 'analyzer', 'proto'],
  ['dns', 'trans_id', 'proto'],
  ['sip', 'call_id'],
  ['sip', 'request_path'],
  ['smtp', 'mailfrom'],
  ['smtp', 'helo'],
  ['smtp', 'trans_depth', 'tls'],
  ['http', 'trans_depth'],
  ['files', 'seen_bytes'],
  ['files', 'tx_hosts'],
  ['x509', 'certificate.serial'],
  ['x509', 'certificate.version'],
  ['x509', 'certificate'],
  ['kerberos', 'request_type'],
  ['kerberos', 'till', 'forwardable'],
  ['ssh', 'auth_attempts'],
  ['ssh', 'cipher_alg'],
  ['ssh', 'client', 'server', 'version'],
  ['ssl', 'established'],
  ['ssl', 'cipher', 'resumed'],
  ['ssl', 'resumed'],
  ['signatures', 'sig_id'],
  ['notice', 'note', 'msg'],
  ['notice', 'note', 'actions'],
  ['intel', 'seen.indicator'],
  ['intel', 'seen', 'sources'],
  ['tunnel', 'tunnel_type'],
  ['socks', 'bound_p'],
  ['socks', 'request_p'],
  ['socks', 'bound.host'],
  ['dnp3', 'fc_request'],
  ['dnp3', 'fc_reply'],
  ['modbus', 'func'],
  ['mysql', 'cmd', 'arg'],
  ['dhcp', 'msg_types'],
  ['dhcp', 'assigned_addr'],
  ['dhcp', 'lease_time'],
  ['ntp', 'stratum'],
  ['ocsp', 'certStatus'],
  ['ocsp', 'hashAlgorithm'],
  ['pe', 'compile_ts'],
  ['pe', 'is_exe'],
  ['rdp', 'security_protocol'],
  ['rdp', 'cookie'],
  ['rdp', 'cert_count'],
  ['rfb', 'desktop_name'],
  ['rfb', 'client_major_version'],
  ['ntlm', 'server_nb_computer_name'],
  ['ntlm', 'domainname'],
  ['ntlm', 'username', 'hostname'],
  ['radius', 'username', 'result'],
  ['radius', 'framed_addr'],
  ['radius', 'mac', 'result'],
  ['dce_rpc', 'endpoint', 'operation'],
  ['dce_rpc', 'named_pipe'],
  ['smb_mapping', 'share_type'],
  ['smb_cmd', 'sub_command'],
  ['smb_cmd', 'command', 'tree'],
  ['smb_cmd', 'command', 'status', 'version'],
  ['smb_files', 'times.modified'],
  ['smb_files', 'action', 'name', 'path'],
  ['smb_files', 'action', 'path', 'size'],
  ['snmp', 'community'],
  ['snmp', 'get_requests'],
  ['software', 'software_type'],
  ['syslog', 'facility', 'severity', 'proto'],
  ['capture_loss', 'gaps', 'acks'],
  ['stats', 'pkts_proc', 'mem'],
  ['known_services', 'port_num', 'port_proto'],
  ['known_certs', 'port_num', 'serial'],
  ['known_certs', 'port_num', 'subject'],
  ['weird', 'name', 'notice'],
  ['weird', 'name', 'addl', 'peer'],
  ['ftp', 'reply_code'],
  ['ftp', 'command', 'password'],
  ['ftp', 'command', 'data_channel.passive'],
  ['irc', 'command', 'nick'],
  ['irc', 'command', 'value'],
  ['irc', 'command', 'addl'],
  ['irc', 'dcc_file_name'],
  ['ldap_search', 'message_id', 'scope'],
  ['ldap', 'message_id', 'opcode'],
  ['quic', 'client_initial_dcid'],
  ['packet_filter', 'filter', 'init'],
  ['reporter', 'level', 'location'],
  ['traceroute', 'src', 'dst', 'proto'],
]

const UID = /^[CF][A-Za-z0-9]{8,24}$/
const PATH = /^[a-z][\w-]{0,63}$/
/** Logs without ids: nothing but their own few keys may be there. */
const BARE: Readonly<Record<string, number>> = {
  traceroute: 4,
  capture_loss: 6,
  packet_filter: 6,
  reporter: 4,
  known_services: 5,
  known_certs: 6,
  software: 11,
  stats: 30,
  notice: 26,
}

function hasId(json: JsonObject): boolean {
  for (const name of ['uid', 'fuid', 'id'] as const) {
    const value = json[name]
    if (typeof value === 'string' && UID.test(value)) return true
  }
  const { uids, id, fingerprint } = json
  if (Array.isArray(uids) || 'id.orig_h' in json || typeof fingerprint === 'string') return true
  return typeof id === 'object' && id !== null && 'orig_h' in id
}

/** @returns which log of Zeek a JSON record is from, undefined where it is none of Zeek's */
export function recogniseZeekJson(json: JsonObject): string | undefined {
  const { _path: named } = json
  if (typeof named === 'string') return PATH.test(named) ? named : undefined
  if (!('ts' in json)) return undefined
  const withId = hasId(json)
  const count = Object.keys(json).length
  if (!withId && count === 2 && typeof json.host === 'string') return 'known_hosts'
  for (const [path, ...keys] of KEYS) {
    if (!keys.every((key) => key in json)) continue
    if (withId || count <= (BARE[path] ?? 0)) return path
  }
  return undefined
}
