/**
 * Columns of the logs that Zeek writes as installed, for lines without a header: `name:type`, `id` for the four of a
 * connection. Types beyond Zeek's own narrow down what a value looks like: `uid`, `fuid`, `proto`, `word` (capitals),
 * `scoped` (`Conn::IN_RESP`), `digits`, `hex`; `!` marks a column that Zeek always fills. A log of which versions differ
 * stands here more than once.
 */
const LOGS: readonly (readonly [path: string, columns: string])[] = [
  [
    'conn',
    'ts:time! uid:uid id proto:proto! service:string duration:interval orig_bytes:count resp_bytes:count conn_state:word! local_orig:bool local_resp:bool missed_bytes:count history:string orig_pkts:count orig_ip_bytes:count resp_pkts:count resp_ip_bytes:count tunnel_parents:set[string]',
  ],
  [
    'conn',
    'ts:time! uid:uid id proto:proto! service:string duration:interval orig_bytes:count resp_bytes:count conn_state:word! local_orig:bool local_resp:bool missed_bytes:count history:string orig_pkts:count orig_ip_bytes:count resp_pkts:count resp_ip_bytes:count tunnel_parents:set[string] ip_proto:count',
  ],
  [
    'dns',
    'ts:time! uid:uid id proto:proto! trans_id:count! rtt:interval query:string qclass:count qclass_name:string qtype:count qtype_name:string rcode:count rcode_name:string AA:bool TC:bool RD:bool RA:bool Z:count answers:vector[string] TTLs:vector[interval] rejected:bool!',
  ],
  [
    'dns',
    'ts:time! uid:uid id proto:proto! trans_id:count! rtt:interval query:string qclass:count qclass_name:string qtype:count qtype_name:string rcode:count rcode_name:string AA:bool TC:bool RD:bool RA:bool Z:count answers:vector[string] TTLs:vector[interval] rejected:bool! opcode:count opcode_name:string',
  ],
  [
    'http',
    'ts:time! uid:uid id trans_depth:count! method:string host:string! uri:string referrer:string version:string user_agent:string origin:string request_body_len:count response_body_len:count status_code:count status_msg:string info_code:count info_msg:string tags:set[scoped] username:string password:string proxied:set[string] orig_fuids:vector[string] orig_filenames:vector[string] orig_mime_types:vector[string] resp_fuids:vector[string] resp_filenames:vector[string] resp_mime_types:vector[string]',
  ],
  [
    'files',
    'ts:time! fuid:fuid tx_hosts:set[addr] rx_hosts:set[addr] conn_uids:set[string] source:string depth:count analyzers:set[string] mime_type:string filename:string duration:interval local_orig:bool is_orig:bool seen_bytes:count! total_bytes:count missing_bytes:count overflow_bytes:count timedout:bool parent_fuid:string md5:string sha1:string sha256:string extracted:string extracted_cutoff:bool extracted_size:count',
  ],
  [
    'files',
    'ts:time! fuid:fuid uid:uid id source:string depth:count analyzers:set[string] mime_type:string filename:string duration:interval local_orig:bool is_orig:bool seen_bytes:count! total_bytes:count missing_bytes:count overflow_bytes:count timedout:bool parent_fuid:string md5:string sha1:string sha256:string extracted:string extracted_cutoff:bool extracted_size:count',
  ],
  [
    'ssl',
    'ts:time! uid:uid id version:string cipher:string curve:string server_name:string resumed:bool last_alert:string next_protocol:string established:bool! cert_chain_fuids:vector[string] client_cert_chain_fuids:vector[string] subject:string issuer:string client_subject:string client_issuer:string',
  ],
  [
    'ssl',
    'ts:time! uid:uid id version:string cipher:string curve:string server_name:string resumed:bool last_alert:string next_protocol:string established:bool! cert_chain_fuids:vector[string] client_cert_chain_fuids:vector[string] subject:string issuer:string client_subject:string client_issuer:string validation_status:string',
  ],
  [
    'ssl',
    'ts:time! uid:uid id version:string cipher:string curve:string server_name:string resumed:bool last_alert:string next_protocol:string established:bool! ssl_history:string cert_chain_fps:vector[string] client_cert_chain_fps:vector[string] sni_matches_cert:bool',
  ],
  [
    'ssl',
    'ts:time! uid:uid id version:string cipher:string curve:string server_name:string resumed:bool last_alert:string next_protocol:string established:bool! ssl_history:string cert_chain_fps:vector[string] client_cert_chain_fps:vector[string] sni_matches_cert:bool validation_status:string',
  ],
  [
    'x509',
    'ts:time! id:fuid certificate.version:count! certificate.serial:string certificate.subject:string certificate.issuer:string certificate.not_valid_before:time certificate.not_valid_after:time certificate.key_alg:string certificate.sig_alg:string certificate.key_type:string certificate.key_length:count certificate.exponent:string certificate.curve:string san.dns:vector[string] san.uri:vector[string] san.email:vector[string] san.ip:vector[addr] basic_constraints.ca:bool basic_constraints.path_len:count',
  ],
  [
    'x509',
    'ts:time! fingerprint:string certificate.version:count! certificate.serial:string certificate.subject:string certificate.issuer:string certificate.not_valid_before:time certificate.not_valid_after:time certificate.key_alg:string certificate.sig_alg:string certificate.key_type:string certificate.key_length:count certificate.exponent:string certificate.curve:string san.dns:vector[string] san.uri:vector[string] san.email:vector[string] san.ip:vector[addr] basic_constraints.ca:bool basic_constraints.path_len:count host_cert:bool client_cert:bool',
  ],
  [
    'analyzer',
    'ts:time! cause:string! analyzer_kind:string analyzer_name:string uid:uid fuid:string id failure_reason:string failure_data:string',
  ],
  [
    'smtp',
    'ts:time! uid:uid id trans_depth:count! helo:string mailfrom:string rcptto:set[string] date:string from:string to:set[string] cc:set[string] reply_to:string msg_id:string in_reply_to:string subject:string x_originating_ip:addr first_received:string second_received:string last_reply:string path:vector[addr] user_agent:string tls:bool! fuids:vector[string]',
  ],
  [
    'smtp',
    'ts:time! uid:uid id trans_depth:count! helo:string mailfrom:string rcptto:set[string] date:string from:string to:set[string] cc:set[string] reply_to:string msg_id:string in_reply_to:string subject:string x_originating_ip:addr first_received:string second_received:string last_reply:string path:vector[addr] user_agent:string tls:bool! fuids:vector[string] is_webmail:bool',
  ],
  [
    'ssh',
    'ts:time! uid:uid id version:count auth_success:bool auth_attempts:count direction:word client:string server:string cipher_alg:string mac_alg:string compression_alg:string kex_alg:string host_key_alg:string host_key:string',
  ],
  [
    'ssh',
    'ts:time! uid:uid id version:count auth_success:bool auth_attempts:count direction:word client:string server:string cipher_alg:string mac_alg:string compression_alg:string kex_alg:string host_key_alg:string host_key:string remote_location.country_code:string remote_location.region:string remote_location.city:string remote_location.latitude:double remote_location.longitude:double',
  ],
  [
    'dhcp',
    'ts:time! uids:set[string] client_addr:addr server_addr:addr mac:string host_name:string client_fqdn:string domain:string requested_addr:addr assigned_addr:addr lease_time:interval client_message:string server_message:string msg_types:vector[string] duration:interval',
  ],
  ['dpd', 'ts:time! uid:uid id proto:proto! analyzer:string! failure_reason:string'],
  ['dnp3', 'ts:time! uid:uid id fc_request:string fc_reply:string iin:count'],
  ['weird', 'ts:time! uid:uid id name:string addl:string notice:bool! peer:string!'],
  ['weird', 'ts:time! uid:uid id name:string addl:string notice:bool! peer:string! source:string'],
  [
    'notice',
    'ts:time! uid:uid id fuid:string file_mime_type:string file_desc:string proto:proto note:scoped! msg:string sub:string src:addr dst:addr p:port n:count peer_descr:string actions:set[scoped] email_dest:set[string] suppress_for:interval',
  ],
  [
    'notice',
    'ts:time! uid:uid id fuid:string file_mime_type:string file_desc:string proto:proto note:scoped! msg:string sub:string src:addr dst:addr p:port n:count peer_descr:string actions:set[scoped] email_dest:set[string] suppress_for:interval remote_location.country_code:string remote_location.region:string remote_location.city:string remote_location.latitude:double remote_location.longitude:double',
  ],
  [
    'notice',
    'ts:time! uid:uid id fuid:string file_mime_type:string file_desc:string proto:proto note:scoped! msg:string sub:string src:addr dst:addr p:port n:count peer_descr:string actions:set[scoped] suppress_for:interval dropped:bool remote_location.country_code:string remote_location.region:string remote_location.city:string remote_location.latitude:double remote_location.longitude:double',
  ],
  [
    'ftp',
    'ts:time! uid:uid id user:string password:string command:word arg:string mime_type:string file_size:count reply_code:count reply_msg:string data_channel.passive:bool data_channel.orig_h:addr data_channel.resp_h:addr data_channel.resp_p:port fuid:string',
  ],
  [
    'irc',
    'ts:time! uid:uid id nick:string user:string command:word value:string addl:string dcc_file_name:string dcc_file_size:count dcc_mime_type:string fuid:fuid',
  ],
  ['tunnel', 'ts:time! uid:uid id tunnel_type:scoped! action:scoped'],
  [
    'socks',
    'ts:time! uid:uid id version:count user:string password:string status:string request.host:addr request.name:string request_p:port bound.host:addr bound.name:string bound_p:port',
  ],
  [
    'radius',
    'ts:time! uid:uid id username:string mac:string framed_addr:addr tunnel_client:string connect_info:string reply_msg:string result:string ttl:interval',
  ],
  ['mysql', 'ts:time! uid:uid id cmd:string arg:string success:bool! rows:count response:string'],
  [
    'sip',
    'ts:time! uid:uid id trans_depth:count! method:word uri:string date:string request_from:string request_to:string response_from:string response_to:string reply_to:string call_id:string seq:string subject:string request_path:vector[string] response_path:vector[string] user_agent:string status_code:count status_msg:string warning:string request_body_len:count response_body_len:count content_type:string',
  ],
  [
    'snmp',
    'ts:time! uid:uid id duration:interval! version:string! community:string get_requests:count! get_bulk_requests:count! get_responses:count! set_requests:count! display_string:string up_since:time',
  ],
  [
    'rdp',
    'ts:time! uid:uid id cookie:string result:string security_protocol:string client_channels:vector[string] keyboard_layout:string client_build:string client_name:string client_dig_product_id:string desktop_width:count desktop_height:count requested_color_depth:string cert_type:string cert_count:count cert_permanent:bool encryption_level:string encryption_method:string',
  ],
  [
    'rfb',
    'ts:time! uid:uid id client_major_version:digits client_minor_version:digits server_major_version:digits server_minor_version:digits authentication_method:string auth:bool share_flag:bool desktop_name:string width:count height:count',
  ],
  ['modbus', 'ts:time! uid:uid id func:string exception:string'],
  ['modbus', 'ts:time! uid:uid id tid:count unit:count func:string pdu_type:word exception:string'],
  [
    'intel',
    'ts:time! uid:uid id seen.indicator:string seen.indicator_type:scoped seen.where:scoped! seen.node:string matched:set[scoped] sources:set[string] fuid:fuid file_mime_type:string file_desc:string',
  ],
  [
    'signatures',
    'ts:time! uid:uid src_addr:addr! src_port:port dst_addr:addr dst_port:port note:scoped! sig_id:string event_msg:string sub_msg:string sig_count:count host_count:count',
  ],
  ['traceroute', 'ts:time! src:addr! dst:addr proto:proto!'],
  ['known_hosts', 'ts:time! host:addr!'],
  ['known_services', 'ts:time! host:addr! port_num:port! port_proto:proto service:set[string]'],
  ['known_certs', 'ts:time! host:addr! port_num:port! subject:string issuer_subject:string serial:string'],
  [
    'software',
    'ts:time! host:addr! host_p:port software_type:scoped! name:string version.major:count version.minor:count version.minor2:count version.minor3:count version.addl:string unparsed_version:string',
  ],
  [
    'stats',
    'ts:time! peer:string! mem:count! pkts_proc:count! bytes_recv:count pkts_dropped:count pkts_link:count pkt_lag:interval events_proc:count events_queued:count active_tcp_conns:count active_udp_conns:count active_icmp_conns:count tcp_conns:count udp_conns:count icmp_conns:count timers:count active_timers:count files:count active_files:count dns_requests:count active_dns_requests:count reassem_tcp_size:count reassem_file_size:count reassem_frag_size:count reassem_unknown_size:count',
  ],
  [
    'stats',
    'ts:time! peer:string! mem:count! pkts_proc:count! bytes_recv:count pkts_dropped:count pkts_link:count pkt_lag:interval pkts_filtered:count events_proc:count events_queued:count active_tcp_conns:count active_udp_conns:count active_icmp_conns:count tcp_conns:count udp_conns:count icmp_conns:count timers:count active_timers:count files:count active_files:count dns_requests:count active_dns_requests:count reassem_tcp_size:count reassem_file_size:count reassem_frag_size:count reassem_unknown_size:count',
  ],
  ['capture_loss', 'ts:time! ts_delta:interval! peer:string! gaps:count acks:count percent_lost:double'],
  ['packet_filter', 'ts:time! node:string filter:string init:bool success:bool!'],
  ['packet_filter', 'ts:time! node:string filter:string init:bool success:bool! failure_reason:string'],
  ['reporter', 'ts:time! level:scoped message:string location:string'],
  [
    'kerberos',
    'ts:time! uid:uid id request_type:word client:string service:string success:bool error_msg:string from:time till:time cipher:string forwardable:bool renewable:bool client_cert_subject:string client_cert_fuid:string server_cert_subject:string server_cert_fuid:string',
  ],
  [
    'ntlm',
    'ts:time! uid:uid id username:string hostname:string domainname:string server_nb_computer_name:string server_dns_computer_name:string server_tree_name:string success:bool',
  ],
  [
    'ntp',
    'ts:time! uid:uid id version:count mode:count! stratum:count poll:interval precision:interval root_delay:interval root_disp:interval ref_id:string ref_time:time org_time:time rec_time:time xmt_time:time num_exts:count',
  ],
  ['dce_rpc', 'ts:time! uid:uid id rtt:interval named_pipe:string endpoint:string operation:string'],
  ['smb_mapping', 'ts:time! uid:uid id path:string service:string native_file_system:string share_type:word'],
  [
    'smb_files',
    'ts:time! uid:uid id fuid:string action:scoped! path:string name:string size:count prev_name:string times.modified:time times.accessed:time times.created:time times.changed:time',
  ],
  [
    'ocsp',
    'ts:time! id:fuid hashAlgorithm:string issuerNameHash:string issuerKeyHash:string serialNumber:string certStatus:string! revoketime:time revokereason:string thisUpdate:time nextUpdate:time',
  ],
  [
    'pe',
    'ts:time! id:fuid machine:string compile_ts:time os:string subsystem:string is_exe:bool! is_64bit:bool uses_aslr:bool uses_dep:bool uses_code_integrity:bool uses_seh:bool has_import_table:bool has_export_table:bool has_cert_table:bool has_debug_data:bool! section_names:vector[string]',
  ],
  ['syslog', 'ts:time! uid:uid id proto:proto! facility:string! severity:string message:string'],
  [
    'ldap',
    'ts:time! uid:uid id message_id:int! version:int opcode:string result:string diagnostic_message:string object:string argument:string',
  ],
  [
    'ldap_search',
    'ts:time! uid:uid id message_id:int! scope:string deref_aliases:string base_object:string result_count:count result:string diagnostic_message:string filter:string attributes:vector[string]',
  ],
  [
    'quic',
    'ts:time! uid:uid id version:string client_initial_dcid:hex! client_scid:string server_scid:string server_name:string client_protocol:string history:word',
  ],
]

export interface ZeekLog {
  path: string
  fields: readonly string[]
  types: readonly string[]
  /** Positions of columns that are never unset. */
  required: ReadonlySet<number>
}

const CONNECTION = 'id.orig_h:addr! id.orig_p:port id.resp_h:addr! id.resp_p:port'
/** Zeek may see no connection behind what these tell. */
const WITHOUT_CONNECTION = new Set(['notice', 'weird', 'analyzer', 'intel', 'files'])

function toLog([path, columns]: (typeof LOGS)[number]): ZeekLog {
  const connection = WITHOUT_CONNECTION.has(path) ? CONNECTION.replaceAll('!', '') : CONNECTION
  const fields: string[] = []
  const types: string[] = []
  const required = new Set<number>()
  for (const column of columns.replace(' id ', ` ${connection} `).split(' ')) {
    const [name = '', type = ''] = column.split(':')
    if (type.endsWith('!')) required.add(fields.length)
    fields.push(name)
    types.push(type.endsWith('!') ? type.slice(0, -1) : type)
  }
  return { path, fields, types, required }
}

/** By number of columns. */
export const ZEEK_LOGS: ReadonlyMap<number, readonly ZeekLog[]> = LOGS.map(toLog).reduce(
  (map, log) => map.set(log.fields.length, [...(map.get(log.fields.length) ?? []), log]),
  new Map<number, readonly ZeekLog[]>(),
)
