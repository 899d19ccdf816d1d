// Written by core/parse/generate-registry.ts (npm run generate:parsers).
import type { Parser } from '../parser.ts'
import { parser as accessLog } from '../parsers/access-log.ts'
import { parser as accountTools } from '../parsers/account-tools.ts'
import { parser as apacheError } from '../parsers/apache-error.ts'
import { parser as asterisk } from '../parsers/asterisk.ts'
import { parser as auditd } from '../parsers/auditd.ts'
import { parser as bind } from '../parsers/bind.ts'
import { parser as caddy } from '../parsers/caddy.ts'
import { parser as coredns } from '../parsers/coredns.ts'
import { parser as cron } from '../parsers/cron.ts'
import { parser as dhcpd } from '../parsers/dhcpd.ts'
import { parser as dnsmasq } from '../parsers/dnsmasq.ts'
import { parser as dovecot } from '../parsers/dovecot.ts'
import { parser as ecs } from '../parsers/ecs.ts'
import { parser as exim } from '../parsers/exim.ts'
import { parser as fail2ban } from '../parsers/fail2ban.ts'
import { parser as ftpd } from '../parsers/ftpd.ts'
import { parser as haproxy } from '../parsers/haproxy.ts'
import { parser as httperr } from '../parsers/httperr.ts'
import { parser as iis } from '../parsers/iis.ts'
import { parser as json } from '../parsers/json.ts'
import { parser as klog } from '../parsers/klog.ts'
import { parser as mailPolicy } from '../parsers/mail-policy.ts'
import { parser as mongodb } from '../parsers/mongodb.ts'
import { parser as mssql } from '../parsers/mssql.ts'
import { parser as mysqlAudit } from '../parsers/mysql-audit.ts'
import { parser as mysqlError } from '../parsers/mysql-error.ts'
import { parser as mysqlSlowlog } from '../parsers/mysql-slowlog.ts'
import { parser as nginxError } from '../parsers/nginx-error.ts'
import { parser as nginxJson } from '../parsers/nginx-json.ts'
import { parser as openvpn } from '../parsers/openvpn.ts'
import { parser as pam } from '../parsers/pam.ts'
import { parser as postfix } from '../parsers/postfix.ts'
import { parser as postgresql } from '../parsers/postgresql.ts'
import { parser as powerdns } from '../parsers/powerdns.ts'
import { parser as redis } from '../parsers/redis.ts'
import { parser as refusals } from '../parsers/refusals.ts'
import { parser as samba } from '../parsers/samba.ts'
import { parser as sendmail } from '../parsers/sendmail.ts'
import { parser as spamd } from '../parsers/spamd.ts'
import { parser as sqlserverAudit } from '../parsers/sqlserver-audit.ts'
import { parser as squid } from '../parsers/squid.ts'
import { parser as sshd } from '../parsers/sshd.ts'
import { parser as sslRequestLog } from '../parsers/ssl-request-log.ts'
import { parser as strongswan } from '../parsers/strongswan.ts'
import { parser as su } from '../parsers/su.ts'
import { parser as sudo } from '../parsers/sudo.ts'
import { parser as syslog } from '../parsers/syslog.ts'
import { parser as tomcat } from '../parsers/tomcat.ts'
import { parser as traefik } from '../parsers/traefik.ts'
import { parser as unbound } from '../parsers/unbound.ts'
import { parser as windowsEvtx } from '../parsers/windows-evtx.ts'
import { parser as windowsFlat } from '../parsers/windows-flat.ts'
import { parser as windowsWinlogbeat } from '../parsers/windows-winlogbeat.ts'
import { parser as windowsWinlogbeat6 } from '../parsers/windows-winlogbeat6.ts'
import { parser as wireguard } from '../parsers/wireguard.ts'

export const parsers: readonly Parser[] = [
  accessLog,
  accountTools,
  apacheError,
  asterisk,
  auditd,
  bind,
  caddy,
  coredns,
  cron,
  dhcpd,
  dnsmasq,
  dovecot,
  ecs,
  exim,
  fail2ban,
  ftpd,
  haproxy,
  httperr,
  iis,
  json,
  klog,
  mailPolicy,
  mongodb,
  mssql,
  mysqlAudit,
  mysqlError,
  mysqlSlowlog,
  nginxError,
  nginxJson,
  openvpn,
  pam,
  postfix,
  postgresql,
  powerdns,
  redis,
  refusals,
  samba,
  sendmail,
  spamd,
  sqlserverAudit,
  squid,
  sshd,
  sslRequestLog,
  strongswan,
  su,
  sudo,
  syslog,
  tomcat,
  traefik,
  unbound,
  windowsEvtx,
  windowsFlat,
  windowsWinlogbeat,
  windowsWinlogbeat6,
  wireguard,
]
