// Written by core/parse/generate-registry.ts (npm run generate:parsers).
import type { Parser } from '../parser.ts'
import { parser as accessLog } from '../parsers/access-log.ts'
import { parser as accountTools } from '../parsers/account-tools.ts'
import { parser as apacheError } from '../parsers/apache-error.ts'
import { parser as appLog } from '../parsers/app-log.ts'
import { parser as bareSyslog } from '../parsers/bare-syslog.ts'
import { parser as beats } from '../parsers/beats.ts'
import { parser as checkpoint } from '../parsers/checkpoint.ts'
import { parser as containerCri } from '../parsers/container-cri.ts'
import { parser as containerJson } from '../parsers/container-json.ts'
import { parser as cron } from '../parsers/cron.ts'
import { parser as doas } from '../parsers/doas.ts'
import { parser as ecs } from '../parsers/ecs.ts'
import { parser as fortigate } from '../parsers/fortigate.ts'
import { parser as fortiproxy } from '../parsers/fortiproxy.ts'
import { parser as journald } from '../parsers/journald.ts'
import { parser as json } from '../parsers/json.ts'
import { parser as jsonSyslog } from '../parsers/json-syslog.ts'
import { parser as juniperSrx } from '../parsers/juniper-srx.ts'
import { parser as junos } from '../parsers/junos.ts'
import { parser as kernel } from '../parsers/kernel.ts'
import { parser as logind } from '../parsers/logind.ts'
import { parser as nginxError } from '../parsers/nginx-error.ts'
import { parser as pam } from '../parsers/pam.ts'
import { parser as panos } from '../parsers/panos.ts'
import { parser as repeated } from '../parsers/repeated.ts'
import { parser as sonicwall } from '../parsers/sonicwall.ts'
import { parser as sophosUtm } from '../parsers/sophos-utm.ts'
import { parser as sophosXg } from '../parsers/sophos-xg.ts'
import { parser as sshd } from '../parsers/sshd.ts'
import { parser as strataLogging } from '../parsers/strata-logging.ts'
import { parser as su } from '../parsers/su.ts'
import { parser as sudo } from '../parsers/sudo.ts'
import { parser as syslog } from '../parsers/syslog.ts'
import { parser as systemd } from '../parsers/systemd.ts'
import { parser as watchguard } from '../parsers/watchguard.ts'
import { parser as windowsEvtx } from '../parsers/windows-evtx.ts'
import { parser as windowsFlat } from '../parsers/windows-flat.ts'
import { parser as windowsWinlogbeat } from '../parsers/windows-winlogbeat.ts'
import { parser as windowsWinlogbeat6 } from '../parsers/windows-winlogbeat6.ts'
import { parser as zscalerZia } from '../parsers/zscaler-zia.ts'

export const parsers: readonly Parser[] = [
  accessLog,
  accountTools,
  apacheError,
  appLog,
  bareSyslog,
  beats,
  checkpoint,
  containerCri,
  containerJson,
  cron,
  doas,
  ecs,
  fortigate,
  fortiproxy,
  journald,
  json,
  jsonSyslog,
  juniperSrx,
  junos,
  kernel,
  logind,
  nginxError,
  pam,
  panos,
  repeated,
  sonicwall,
  sophosUtm,
  sophosXg,
  sshd,
  strataLogging,
  su,
  sudo,
  syslog,
  systemd,
  watchguard,
  windowsEvtx,
  windowsFlat,
  windowsWinlogbeat,
  windowsWinlogbeat6,
  zscalerZia,
]
