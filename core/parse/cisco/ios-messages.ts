/**
 * Messages of IOS, IOS XE, NX-OS and IOS XR by mnemonic, as Cisco's guides of system messages word them. Fields are
 * those of `ios-fields.ts`; the first pattern that fits counts.
 */
export const IOS_MESSAGES: Readonly<Record<string, readonly string[]>> = {
  // Access lists.
  'IPACCESSLOGP, ACCESSLOGP': ['list {acl} {verdict} {transport} {src} -> {dst}, {packets} packet'],
  'IPACCESSLOGDP, ACCESSLOGDP': [
    'list {acl} {verdict} {transport} {src} -> {dst} ({icmp}), {packets} packet',
    'list {acl} {verdict} {transport} {src} -> {dst}, {packets} packet',
  ],
  'IPACCESSLOGNP, IPACCESSLOGRP, IPACCESSLOGSP, IPACCESSLOGGP, IPACCESSLOGRGP, IPACCESSLOGGRP, IPACCESSLOGRP, ACCESSLOGNP, ACCESSLOGSP':
    ['list {acl} {verdict} {transport} {src} -> {dst}, {packets} packet'],
  IPACCESSLOGS: ['list {acl} {verdict} {src} {packets} packet'],
  'ACLLOG_FLOW_INTERVAL, ACLLOG_NEW_FLOW': [
    'Src IP: {src}, Dst IP: {dst}, Src Port: {}, Dst Port: {dstport}, Src Intf: {in}, {}',
    'Source IP: {src}, Destination IP: {dst}, Source Port: {}, Destination Port: {dstport}, Source Interface: {in}, {}',
  ],
  // Zone-based and classic firewall.
  SESS_AUDIT_TRAIL: [
    '{}session: initiator {src} sent {srcbytes} bytes -- responder {dst} sent {dstbytes} bytes, from {in}',
    '{}session: initiator {src} sent {srcbytes} bytes -- responder {dst} sent {dstbytes} bytes',
  ],
  SESS_AUDIT_TRAIL_START: ['{}session: initiator {src} -- responder {dst}'],
  DROP_PKT: [
    'Dropping {protocol} session {src} {dst} on zone-pair {acl} class',
    'Dropping {protocol} pkt {src} => {dst}{}due to {reason}',
    'Dropping {protocol} pkt from {in} {src} => {dst}',
  ],
  // Log-ins.
  'LOGIN_SUCCESS, LOGIN_FAILED, QUIET_MODE_ON': [
    '{}\\[user: {user}\\] \\[Source: {src}\\] \\[localport: {dstport}\\] \\[Reason: {reason}\\]',
    '{}\\[user: {user}\\] \\[Source: {src}\\] \\[localport: {dstport}\\]',
  ],
  LOGOUT: ['User {user} has exited {line} session {session}({src})'],
  TTY_EXPIRE_TIMER: ['(exec timer expired, tty {session} {src}), user {user}'],
  'SSH2_USERAUTH, SSH_USERAUTH': [
    "User '{user}' authentication for {} Session from {src} (tty = {session}) using crypto cipher '{cipher}', hmac '{}' {outcome}",
    "User '{user}' authentication for {} Session from {src} (tty = {session}) using crypto cipher '{cipher}' {outcome}",
  ],
  'SSH2_SESSION, SSH_SESSION': [
    "{} Session request from {src} (tty = {session}) using crypto cipher '{cipher}', hmac '{}' {outcome}",
    "{} Session request from {src} (tty = {session}) using crypto cipher '{cipher}' {outcome}",
  ],
  'SSH2_CLOSE, SSH_CLOSE': [
    "{} Session from {src} (tty = {session}) for user '{user}' using crypto cipher '{cipher}'",
  ],
  'AUTH_PASSED, AUTHENTICATION_FAILED': [
    "{process}: User '{user}' authenticated successfully from {src} and was authorized for {protocol}. External",
    "{process}: User '{user}' authenticated successfully from {src} for {protocol}. External",
    "User '{user}' authenticated successfully from {src} and was authorized for {protocol}. External",
    "User '{user}' authenticated successfully from {src} for {protocol}. External",
    'Authentication failure from {src} for {protocol}',
  ],
  'PRIV_AUTH_PASS, PRIV_AUTH_FAIL': ['{} by {user} on {line} {src}'],
  USER_RESET: ['User {target} failed attempts reset by {user} on {line} {src}'],
  USER_LOCKED: ['User {user} locked out on authentication failure'],
  USER_UNLOCKED: ['User {target} unlocked by {user} on {line} {src}'],
  USERNAME_CONFIGURATION: ['user with username: {actor} {}'],
  AUTHFAIL: ['Authentication failure for {protocol} req from host {src}'],
  // Configuration.
  CONFIG_I: ['Configured from {} by {user} on {line} {src}', 'Configured from {} by {user}'],
  CONFIG_P: ['Configured programmatically by process {process} from {} as {user} on {line} {src}'],
  CONFIG_NV_I: ['Nonvolatile storage configured from {} by {user} on {line} {src}'],
  VSHD_SYSLOG_CONFIG_I: [
    'Configured from {line} by {actor} on {src}@{}',
    'Configured from {line} by {actor} on {}',
  ],
  VSHD_SYSLOG_CMD_EXEC: ['User:{actor} executed the command:{command}'],
  CFGLOG_LOGGEDCMD: ['User:{user}  logged command:{command}', 'User:{user} logged command:{command}'],
  CFGLOG_PASSWD: ['User:{user}  logged command:{command}'],
  ACCTLOCAL: ['Username: {user} Privilege level: {} Command: {command}'],
  MODEL_RPC_I: ["{}RPC '{url}' invoked from {src} via {protocol} user {user} session"],
  CFGWRITE_STARTED: ['{} (PID {pid})'],
  CFGWRITE_DONE: ['Configuration copy {outcome}.'],
  'RELOAD, RESTART': ['Reload requested by {user} on {line} {src}', 'Reload requested by {user}. {reason}'],
  // Layer 2 and 3.
  'UPDOWN, IF_UP, IF_DOWN': ['{} changed state to {state}', '{} is {state} '],
  ERR_DISABLE: ['{reason} detected on {in}, putting {} in {state}'],
  BADAUTH: ['{} from {src} to {dst} '],
  INVALID_RP_JOIN: ['Received ({sender}, {group}) Join from {src} for invalid RP {dst}'],
  DUPADDR: ['Duplicate address {src} on {in}, sourced by {srcmac}'],
  STCKYARPOVR: ['{}: {src}, hw: {srcmac} by hw: {}'],
  MACFLAP_NOTIF: ['Host {srcmac} in vlan {vlan} is flapping between port {in} and port {}'],
  PSECURE_VIOLATION: ['{}, caused by MAC address {srcmac} on port {in}.'],
  PSECURE_VIOLATION_MAC_MOVE: ['{}, caused by MAC address {srcmac} on port {in} attempting'],
  PSECURE_VIOLATION_VLAN: ['{} on port {in} due to MAC address {srcmac} on VLAN {vlan}'],
  DHCP_SNOOPING_MATCH_MAC_FAIL: ['{} MAC sa: {srcmac}'],
  DHCP_SNOOPING_UNTRUSTED_PORT: ['{} MAC sa: {srcmac}'],
  DHCP_SNOOPING_FAKE_INTERFACE: ['{} MAC sa: {srcmac}'],
  'DHCP_SNOOPING_DENY, ACL_DENY': ['{} on {in}, vlan {vlan}.(\\[{srcmac}/{src}/{}/{dst}/'],
  'FAIL, SUCCESS, START, VLANASSIGN': ['{} for client ({srcmac}) on Interface {in} '],
  'RECVD_PKT_NOT_IPSEC, RECVD_PKT_INV_SPI': [
    '{}dest_addr= /{dst}, src_addr= {src}, prot= {transport}',
    '{}destaddr={dst}, prot={transport}, spi={}, srcaddr={src}',
  ],
  'ADJCHG, ADJCHANGE, NBRCHANGE': ['{}eighbor {src} {reason}', '{} Nbr {src} on {in} {reason}'],
}

/** Any message of these facilities: the system's own syslog behind `AUTHPRIV`, `DAEMON`. */
export const SYSTEM_MESSAGES: readonly string[] = [
  'pam_aaa:Authentication {failure} for user {actor} from {src} - {daemon}',
  'pam_aaa:Authentication {failure} from {src} - {daemon}',
  'error: PAM: Authentication {failure} for illegal user {actor} from {src} - {daemon}',
  'error: PAM: Authentication {failure} for {actor} from {src} - {daemon}',
  '{}authentication {failure}; logname={} user={actor} - {daemon}',
  'Accepted {success} for {actor} from {src} port {} - {daemon}',
  'Failed {failure} for {actor} from {src} port {} - {daemon}',
  'Login {failure} for user {actor} - {daemon}',
  '{} : TTY={} ; PWD={} ; USER={actor} ; COMMAND={command} - {daemon}',
  '{} - {daemon}',
]
