/**
 * The columns that PAN-OS writes per type of log, after those all types share; later releases only append, so the
 * newest list reads older lines too. `-` is a column reserved for future use. Vendor documentation: Syslog Field
 * Descriptions of PAN-OS 8.0 to 11.2.
 */
const words = (...lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.trim().split(/\s+/))

const SESSION = words(
  'source_ip destination_ip source_nat_ip destination_nat_ip ruleset source_user destination_user application',
  'virtual_sys source_zone destination_zone inbound_interface outbound_interface log_profile logged_time flow_id',
  'repeat_count source_port destination_port source_nat_port destination_nat_port flags protocol action',
)
const GROUPS = words(
  'device_group_hierarchy1 device_group_hierarchy2 device_group_hierarchy3 device_group_hierarchy4 vsys_name device_name',
)
const SOURCE_DEVICE = words(
  'src.category src.profile src.model src.vendor src.osfamily src.osversion src.host src.mac',
)
const DEVICES = words(
  ...SOURCE_DEVICE,
  'dst.category dst.profile dst.model dst.vendor dst.osfamily dst.osversion dst.host dst.mac',
)
const APPLICATION = words(
  'application.sub_category application.category application.technology application.risk_level',
  'application.characteristics application.container application.tunneled application.is_saas application.is_sanctioned',
)
const PODS = words('container_id pod_namespace pod_name source_edl destination_edl')

const TRAFFIC = words(
  ...SESSION,
  'bytes bytes_sent bytes_received packets start_time elapsed_time url.category - sequence_number action_flags',
  'source_location destination_location - packets_sent packets_received endreason',
  ...GROUPS,
  'action_source source_vm_uuid destination_vm_uuid imsi imei parent_session.id parent_session.start_time tunnel_type',
  'sctp.assoc_id sctp.chunks sctp.chunks_sent sctp.chunks_received rule_uuid http2_connection link_change_count',
  'sdwan.policy_id sdwan.link_switches sdwan.cluster_name sdwan.device_type sdwan.cluster_type sdwan.site',
  'dynamic_usergroup_name xff.ip',
  ...DEVICES,
  ...PODS,
  'host_id serial_number_endpoint source_dag destination_dag session_owner high_resolution_timestamp',
  'nssai_sst nssai_sd',
  ...APPLICATION,
  'offloaded flow_type cluster_name',
)

const THREAT = words(
  ...SESSION,
  'misc threat url.category severity network.direction sequence_number action_flags source_location',
  'destination_location - http_content_type pcap_id file.hash wildfire.cloud url_idx user_agent filetype',
  'x_forwarded_for referer sender_address subject recipient_address wildfire.report_id',
  ...GROUPS,
  '- source_vm_uuid destination_vm_uuid http_method imsi imei parent_session.id parent_session.start_time tunnel_type',
  'threat_category content_version - sctp.assoc_id payload_protocol_id http_headers url_category_list rule_uuid',
  'http2_connection dynamic_usergroup_name xff.ip',
  ...DEVICES,
  ...PODS,
  'host_id serial_number_endpoint domain_edl source_dag destination_dag partial_hash high_resolution_timestamp',
  'reason justification nssai_sst',
  ...APPLICATION,
  'cloud_report_id cluster_name flow_type',
)

const TUNNEL = words(
  ...SESSION,
  'severity sequence_number action_flags source_location destination_location',
  ...GROUPS,
  'imsi imei parent_session.id parent_session.start_time tunnel_type bytes bytes_sent bytes_received packets',
  'packets_sent packets_received max_encap unknown_proto strict_check tunnel_fragment sessions_created',
  'sessions_closed endreason action_source start_time elapsed_time tunnel_inspection_rule remote_user_ip',
  'remote_user_id rule_uuid pcap_id dynamic_usergroup_name source_edl destination_edl high_resolution_timestamp',
  'nssai_sd nssai_sst pdu_session_id',
  ...APPLICATION,
  'cluster_name',
)

const GTP = words(
  'source_ip destination_ip - - ruleset - - application virtual_sys source_zone destination_zone inbound_interface',
  'outbound_interface log_profile - flow_id - source_port destination_port - - - protocol action gtp.event_type',
  'gtp.msisdn gtp.apn gtp.rat gtp.msg_type gtp.end_ip gtp.teid1 gtp.teid2 gtp.interface gtp.cause_code severity',
  'gtp.mcc gtp.mnc gtp.area_code gtp.cell_id gtp.event_code - - source_location destination_location - - - - - - -',
  'imsi imei - - - - - - - - - - - - - - - - start_time elapsed_time tunnel_inspection_rule remote_user_ip',
  'remote_user_id rule_uuid pcap_id high_resolution_timestamp nssai_sst nssai_sd',
  ...APPLICATION,
)

const DECRYPTION = words(
  ...SESSION,
  'tunnel_type - - source_vm_uuid destination_vm_uuid rule_uuid hs_stage_client_to_fw hs_stage_fw_to_server',
  'tls.version tls.keyexchange tls.encryption tls.hash decryption_policy tls.curve error_index root_status',
  'chain_status proxy_type cert.serial cert.fingerprint cert.not_before cert.not_after cert.version cert.size',
  'cn_length issuer_cn_length root_cn_length sni_length cert.flags cert.subject_cn cert.issuer_cn cert.root_cn tls.sni',
  'error_message',
  ...PODS,
  'source_dag destination_dag high_resolution_timestamp',
  ...DEVICES,
  'sequence_number action_flags',
  ...GROUPS,
  'vsys_id',
  ...APPLICATION,
  'cluster_name',
)

const SCTP = words(
  'source_ip destination_ip - - ruleset - - - virtual_sys source_zone destination_zone inbound_interface',
  'outbound_interface log_profile - flow_id repeat_count source_port destination_port - - - - protocol action',
  ...GROUPS,
  'sequence_number - sctp.assoc_id payload_protocol_id severity sctp.chunk_type - sctp.verification_tag1',
  'sctp.verification_tag2 sctp.cause_code diameter.app_id diameter.command_code diameter.avp_code sctp.stream_id',
  'endreason sctp.op_code sccp.calling_ssn sccp.calling_gt sctp.filter sctp.chunks sctp.chunks_sent',
  'sctp.chunks_received packets packets_sent packets_received rule_uuid high_resolution_timestamp',
)

const SYSTEM = words(
  'virtual_sys event.code object.id - - module severity description sequence_number action_flags',
  ...GROUPS,
  '- - high_resolution_timestamp cluster_name',
)

const CONFIG = words(
  'client_host virtual_sys cmd admin client_type result path before_change_detail after_change_detail sequence_number',
  'action_flags',
  ...GROUPS,
  'device_group_id comment - high_resolution_timestamp cluster_name',
)
/** Panorama and old releases leave the two details of a change out. */
export const CONFIG_SHORT = CONFIG.filter((name) => !name.endsWith('_change_detail'))

const HIPMATCH = words(
  'source_user virtual_sys machine_name endpoint_os source_ip match_name repeat_count match_type - - sequence_number',
  'action_flags',
  ...GROUPS,
  'vsys_id source_ip6 host_id serial_number_endpoint machine_mac high_resolution_timestamp cluster_name',
)

const GLOBALPROTECT = words(
  'virtual_sys event.code stage auth_method tunnel_type source_user source_region machine_name public_ip public_ip6',
  'private_ip private_ip6 host_id serial_number_endpoint client_version client_os client_os_version repeat_count',
  'reason error description status location login_duration connect_method error_code portal sequence_number',
  'action_flags high_resolution_timestamp selection_type response_time priority attempted_gateways gateway',
  ...GROUPS,
  'vsys_id cluster_name',
)

const USERID = words(
  'virtual_sys source_ip source_user datasource_name event.code repeat_count timeout source_port destination_port',
  'datasource datasource_type sequence_number action_flags',
  ...GROUPS,
  'vsys_id factor_type factor_completion_time factor_number ugflags user_by_source tag_name high_resolution_timestamp',
  'origin_datasource - cluster_name',
)

const AUTH = words(
  'virtual_sys source_ip source_user normalize_user object.id authentication.policy repeat_count authentication.id',
  'vendor log_profile server_profile description client_type auth_event factor_number sequence_number action_flags',
  ...GROUPS,
  'vsys_id authentication.protocol rule_uuid high_resolution_timestamp',
  ...SOURCE_DEVICE,
  'region - user_agent flow_id cluster_name',
)

const IPTAG = words(
  'virtual_sys source_ip tag_name event.code repeat_count timeout datasource_name datasource_type datasource_subtype',
  'sequence_number action_flags',
  ...GROUPS,
  'vsys_id high_resolution_timestamp cluster_name',
)

const CORRELATION = words(
  'source_ip source_user virtual_sys category severity',
  ...GROUPS,
  'vsys_id object.name object.id evidence',
)

/** By the type column, without hyphens. A tunnel's log names its stage there. */
export const COLUMN_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['TRAFFIC', TRAFFIC],
  ['THREAT', THREAT],
  ['TUNNEL', TUNNEL],
  ['START', TUNNEL],
  ['END', TUNNEL],
  ['GTP', GTP],
  ['DECRYPTION', DECRYPTION],
  ['SCTP', SCTP],
  ['SYSTEM', SYSTEM],
  ['CONFIG', CONFIG],
  ['HIPMATCH', HIPMATCH],
  ['GLOBALPROTECT', GLOBALPROTECT],
  ['USERID', USERID],
  ['AUTH', AUTH],
  ['AUTHENTICATION', AUTH],
  ['IPTAG', IPTAG],
  ['CORRELATION', CORRELATION],
])
