// Written by core/parse/generate-registry.ts (npm run generate:parsers).
import type { Parser } from '../parser.ts'
import { parser as accessLog } from '../parsers/access-log.ts'
import { parser as accountTools } from '../parsers/account-tools.ts'
import { parser as apacheError } from '../parsers/apache-error.ts'
import { parser as appLog } from '../parsers/app-log.ts'
import { parser as aristaNgfw } from '../parsers/arista-ngfw.ts'
import { parser as asterisk } from '../parsers/asterisk.ts'
import { parser as atlassianAudit } from '../parsers/atlassian-audit.ts'
import { parser as auditd } from '../parsers/auditd.ts'
import { parser as auth0 } from '../parsers/auth0.ts'
import { parser as awsApiGateway } from '../parsers/aws-api-gateway.ts'
import { parser as awsBedrock } from '../parsers/aws-bedrock.ts'
import { parser as awsCloudfront } from '../parsers/aws-cloudfront.ts'
import { parser as awsCloudtrail } from '../parsers/aws-cloudtrail.ts'
import { parser as awsElb } from '../parsers/aws-elb.ts'
import { parser as awsGuardduty } from '../parsers/aws-guardduty.ts'
import { parser as awsNetworkFirewall } from '../parsers/aws-network-firewall.ts'
import { parser as awsRoute53 } from '../parsers/aws-route53.ts'
import { parser as awsS3Access } from '../parsers/aws-s3-access.ts'
import { parser as awsSecurityHub } from '../parsers/aws-security-hub.ts'
import { parser as awsVpcFlow } from '../parsers/aws-vpc-flow.ts'
import { parser as awsWaf } from '../parsers/aws-waf.ts'
import { parser as azure } from '../parsers/azure.ts'
import { parser as bareSyslog } from '../parsers/bare-syslog.ts'
import { parser as beats } from '../parsers/beats.ts'
import { parser as bind } from '../parsers/bind.ts'
import { parser as caddy } from '../parsers/caddy.ts'
import { parser as cef } from '../parsers/cef.ts'
import { parser as checkpoint } from '../parsers/checkpoint.ts'
import { parser as ciscoAironet } from '../parsers/cisco-aironet.ts'
import { parser as ciscoAsa } from '../parsers/cisco-asa.ts'
import { parser as ciscoAsyncos } from '../parsers/cisco-asyncos.ts'
import { parser as ciscoFmc } from '../parsers/cisco-fmc.ts'
import { parser as ciscoFtd } from '../parsers/cisco-ftd.ts'
import { parser as ciscoIos } from '../parsers/cisco-ios.ts'
import { parser as ciscoIse } from '../parsers/cisco-ise.ts'
import { parser as ciscoMeraki } from '../parsers/cisco-meraki.ts'
import { parser as ciscoNexus } from '../parsers/cisco-nexus.ts'
import { parser as ciscoSecureEndpoint } from '../parsers/cisco-secure-endpoint.ts'
import { parser as cloudEnvelope } from '../parsers/cloud-envelope.ts'
import { parser as cloudflareAudit } from '../parsers/cloudflare-audit.ts'
import { parser as cloudflareLogpush } from '../parsers/cloudflare-logpush.ts'
import { parser as containerCri } from '../parsers/container-cri.ts'
import { parser as containerJson } from '../parsers/container-json.ts'
import { parser as coredns } from '../parsers/coredns.ts'
import { parser as cowrie } from '../parsers/cowrie.ts'
import { parser as cron } from '../parsers/cron.ts'
import { parser as crowdstrikeApi } from '../parsers/crowdstrike-api.ts'
import { parser as crowdstrikeFalcon } from '../parsers/crowdstrike-falcon.ts'
import { parser as crowdstrikeFdr } from '../parsers/crowdstrike-fdr.ts'
import { parser as csv } from '../parsers/csv.ts'
import { parser as cyberarkPas } from '../parsers/cyberark-pas.ts'
import { parser as defenderAlert } from '../parsers/defender-alert.ts'
import { parser as defenderForCloud } from '../parsers/defender-for-cloud.ts'
import { parser as defenderHunting } from '../parsers/defender-hunting.ts'
import { parser as dhcpd } from '../parsers/dhcpd.ts'
import { parser as dnsmasq } from '../parsers/dnsmasq.ts'
import { parser as doas } from '../parsers/doas.ts'
import { parser as dovecot } from '../parsers/dovecot.ts'
import { parser as duo } from '../parsers/duo.ts'
import { parser as ecs } from '../parsers/ecs.ts'
import { parser as endpointAgents } from '../parsers/endpoint-agents.ts'
import { parser as entraGraph } from '../parsers/entra-graph.ts'
import { parser as exchangeServer } from '../parsers/exchange-server.ts'
import { parser as exim } from '../parsers/exim.ts'
import { parser as f5Bigip } from '../parsers/f5-bigip.ts'
import { parser as fail2ban } from '../parsers/fail2ban.ts'
import { parser as falco } from '../parsers/falco.ts'
import { parser as filterlog } from '../parsers/filterlog.ts'
import { parser as fortigate } from '../parsers/fortigate.ts'
import { parser as fortigateCef } from '../parsers/fortigate-cef.ts'
import { parser as fortiproxy } from '../parsers/fortiproxy.ts'
import { parser as ftpd } from '../parsers/ftpd.ts'
import { parser as gcpLogging } from '../parsers/gcp-logging.ts'
import { parser as gelf } from '../parsers/gelf.ts'
import { parser as githubAudit } from '../parsers/github-audit.ts'
import { parser as gitlab } from '../parsers/gitlab.ts'
import { parser as googleAlertCenter } from '../parsers/google-alert-center.ts'
import { parser as googleScc } from '../parsers/google-scc.ts'
import { parser as googleWorkspace } from '../parsers/google-workspace.ts'
import { parser as haproxy } from '../parsers/haproxy.ts'
import { parser as harfanglab } from '../parsers/harfanglab.ts'
import { parser as httperr } from '../parsers/httperr.ts'
import { parser as iis } from '../parsers/iis.ts'
import { parser as infoblox } from '../parsers/infoblox.ts'
import { parser as intune } from '../parsers/intune.ts'
import { parser as jamf } from '../parsers/jamf.ts'
import { parser as journald } from '../parsers/journald.ts'
import { parser as json } from '../parsers/json.ts'
import { parser as jsonSyslog } from '../parsers/json-syslog.ts'
import { parser as juniperSrx } from '../parsers/juniper-srx.ts'
import { parser as junos } from '../parsers/junos.ts'
import { parser as kernel } from '../parsers/kernel.ts'
import { parser as keyValue } from '../parsers/key-value.ts'
import { parser as kiwiSyslog } from '../parsers/kiwi-syslog.ts'
import { parser as klog } from '../parsers/klog.ts'
import { parser as kubernetesAudit } from '../parsers/kubernetes-audit.ts'
import { parser as leef } from '../parsers/leef.ts'
import { parser as logind } from '../parsers/logind.ts'
import { parser as mailPolicy } from '../parsers/mail-policy.ts'
import { parser as mikrotik } from '../parsers/mikrotik.ts'
import { parser as mongodb } from '../parsers/mongodb.ts'
import { parser as mssql } from '../parsers/mssql.ts'
import { parser as mysqlAudit } from '../parsers/mysql-audit.ts'
import { parser as mysqlError } from '../parsers/mysql-error.ts'
import { parser as mysqlSlowlog } from '../parsers/mysql-slowlog.ts'
import { parser as netfilter } from '../parsers/netfilter.ts'
import { parser as netscaler } from '../parsers/netscaler.ts'
import { parser as nginxError } from '../parsers/nginx-error.ts'
import { parser as nginxJson } from '../parsers/nginx-json.ts'
import { parser as nps } from '../parsers/nps.ts'
import { parser as o365Audit } from '../parsers/o365-audit.ts'
import { parser as o365MessageTrace } from '../parsers/o365-message-trace.ts'
import { parser as ocsf } from '../parsers/ocsf.ts'
import { parser as okta } from '../parsers/okta.ts'
import { parser as openvpn } from '../parsers/openvpn.ts'
import { parser as osquery } from '../parsers/osquery.ts'
import { parser as pam } from '../parsers/pam.ts'
import { parser as panos } from '../parsers/panos.ts'
import { parser as pfsense } from '../parsers/pfsense.ts'
import { parser as pingOne } from '../parsers/ping-one.ts'
import { parser as postfix } from '../parsers/postfix.ts'
import { parser as postgresql } from '../parsers/postgresql.ts'
import { parser as powerdns } from '../parsers/powerdns.ts'
import { parser as redis } from '../parsers/redis.ts'
import { parser as refusals } from '../parsers/refusals.ts'
import { parser as repeated } from '../parsers/repeated.ts'
import { parser as saasAudit } from '../parsers/saas-audit.ts'
import { parser as samba } from '../parsers/samba.ts'
import { parser as sendmail } from '../parsers/sendmail.ts'
import { parser as sentinelOne } from '../parsers/sentinel-one.ts'
import { parser as snort } from '../parsers/snort.ts'
import { parser as sonicwall } from '../parsers/sonicwall.ts'
import { parser as sophosUtm } from '../parsers/sophos-utm.ts'
import { parser as sophosXg } from '../parsers/sophos-xg.ts'
import { parser as spamd } from '../parsers/spamd.ts'
import { parser as splunkExport } from '../parsers/splunk-export.ts'
import { parser as sqlserverAudit } from '../parsers/sqlserver-audit.ts'
import { parser as squid } from '../parsers/squid.ts'
import { parser as sshd } from '../parsers/sshd.ts'
import { parser as sslRequestLog } from '../parsers/ssl-request-log.ts'
import { parser as stormshieldSes } from '../parsers/stormshield-ses.ts'
import { parser as strataLogging } from '../parsers/strata-logging.ts'
import { parser as strongswan } from '../parsers/strongswan.ts'
import { parser as su } from '../parsers/su.ts'
import { parser as sudo } from '../parsers/sudo.ts'
import { parser as suricataEve } from '../parsers/suricata-eve.ts'
import { parser as symantecEndpoint } from '../parsers/symantec-endpoint.ts'
import { parser as syslog } from '../parsers/syslog.ts'
import { parser as systemd } from '../parsers/systemd.ts'
import { parser as teleport } from '../parsers/teleport.ts'
import { parser as tomcat } from '../parsers/tomcat.ts'
import { parser as traefik } from '../parsers/traefik.ts'
import { parser as unbound } from '../parsers/unbound.ts'
import { parser as vmware } from '../parsers/vmware.ts'
import { parser as watchguard } from '../parsers/watchguard.ts'
import { parser as watchguardLeef } from '../parsers/watchguard-leef.ts'
import { parser as wazuh } from '../parsers/wazuh.ts'
import { parser as windowsAzure } from '../parsers/windows-azure.ts'
import { parser as windowsEvtx } from '../parsers/windows-evtx.ts'
import { parser as windowsFlat } from '../parsers/windows-flat.ts'
import { parser as windowsOssec } from '../parsers/windows-ossec.ts'
import { parser as windowsSnare } from '../parsers/windows-snare.ts'
import { parser as windowsText } from '../parsers/windows-text.ts'
import { parser as windowsWazuh } from '../parsers/windows-wazuh.ts'
import { parser as windowsWinlogbeat } from '../parsers/windows-winlogbeat.ts'
import { parser as windowsWinlogbeat6 } from '../parsers/windows-winlogbeat6.ts'
import { parser as windowsXml } from '../parsers/windows-xml.ts'
import { parser as wireguard } from '../parsers/wireguard.ts'
import { parser as zeekJson } from '../parsers/zeek-json.ts'
import { parser as zeekTsv } from '../parsers/zeek-tsv.ts'
import { parser as zscalerZia } from '../parsers/zscaler-zia.ts'

export const parsers: readonly Parser[] = [
  accessLog,
  accountTools,
  apacheError,
  appLog,
  aristaNgfw,
  asterisk,
  atlassianAudit,
  auditd,
  auth0,
  awsApiGateway,
  awsBedrock,
  awsCloudfront,
  awsCloudtrail,
  awsElb,
  awsGuardduty,
  awsNetworkFirewall,
  awsRoute53,
  awsS3Access,
  awsSecurityHub,
  awsVpcFlow,
  awsWaf,
  azure,
  bareSyslog,
  beats,
  bind,
  caddy,
  cef,
  checkpoint,
  ciscoAironet,
  ciscoAsa,
  ciscoAsyncos,
  ciscoFmc,
  ciscoFtd,
  ciscoIos,
  ciscoIse,
  ciscoMeraki,
  ciscoNexus,
  ciscoSecureEndpoint,
  cloudEnvelope,
  cloudflareAudit,
  cloudflareLogpush,
  containerCri,
  containerJson,
  coredns,
  cowrie,
  cron,
  crowdstrikeApi,
  crowdstrikeFalcon,
  crowdstrikeFdr,
  csv,
  cyberarkPas,
  defenderAlert,
  defenderForCloud,
  defenderHunting,
  dhcpd,
  dnsmasq,
  doas,
  dovecot,
  duo,
  ecs,
  endpointAgents,
  entraGraph,
  exchangeServer,
  exim,
  f5Bigip,
  fail2ban,
  falco,
  filterlog,
  fortigate,
  fortigateCef,
  fortiproxy,
  ftpd,
  gcpLogging,
  gelf,
  githubAudit,
  gitlab,
  googleAlertCenter,
  googleScc,
  googleWorkspace,
  haproxy,
  harfanglab,
  httperr,
  iis,
  infoblox,
  intune,
  jamf,
  journald,
  json,
  jsonSyslog,
  juniperSrx,
  junos,
  kernel,
  keyValue,
  kiwiSyslog,
  klog,
  kubernetesAudit,
  leef,
  logind,
  mailPolicy,
  mikrotik,
  mongodb,
  mssql,
  mysqlAudit,
  mysqlError,
  mysqlSlowlog,
  netfilter,
  netscaler,
  nginxError,
  nginxJson,
  nps,
  o365Audit,
  o365MessageTrace,
  ocsf,
  okta,
  openvpn,
  osquery,
  pam,
  panos,
  pfsense,
  pingOne,
  postfix,
  postgresql,
  powerdns,
  redis,
  refusals,
  repeated,
  saasAudit,
  samba,
  sendmail,
  sentinelOne,
  snort,
  sonicwall,
  sophosUtm,
  sophosXg,
  spamd,
  splunkExport,
  sqlserverAudit,
  squid,
  sshd,
  sslRequestLog,
  stormshieldSes,
  strataLogging,
  strongswan,
  su,
  sudo,
  suricataEve,
  symantecEndpoint,
  syslog,
  systemd,
  teleport,
  tomcat,
  traefik,
  unbound,
  vmware,
  watchguard,
  watchguardLeef,
  wazuh,
  windowsAzure,
  windowsEvtx,
  windowsFlat,
  windowsOssec,
  windowsSnare,
  windowsText,
  windowsWazuh,
  windowsWinlogbeat,
  windowsWinlogbeat6,
  windowsXml,
  wireguard,
  zeekJson,
  zeekTsv,
  zscalerZia,
]
