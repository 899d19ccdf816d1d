// Written by core/parse/generate-registry.ts (npm run generate:parsers).
import type { Parser } from '../parser.ts'
import { parser as accessLog } from '../parsers/access-log.ts'
import { parser as accountTools } from '../parsers/account-tools.ts'
import { parser as apacheError } from '../parsers/apache-error.ts'
import { parser as cef } from '../parsers/cef.ts'
import { parser as cron } from '../parsers/cron.ts'
import { parser as csv } from '../parsers/csv.ts'
import { parser as ecs } from '../parsers/ecs.ts'
import { parser as falco } from '../parsers/falco.ts'
import { parser as gelf } from '../parsers/gelf.ts'
import { parser as json } from '../parsers/json.ts'
import { parser as keyValue } from '../parsers/key-value.ts'
import { parser as leef } from '../parsers/leef.ts'
import { parser as nginxError } from '../parsers/nginx-error.ts'
import { parser as pam } from '../parsers/pam.ts'
import { parser as snort } from '../parsers/snort.ts'
import { parser as splunkExport } from '../parsers/splunk-export.ts'
import { parser as sshd } from '../parsers/sshd.ts'
import { parser as su } from '../parsers/su.ts'
import { parser as sudo } from '../parsers/sudo.ts'
import { parser as suricataEve } from '../parsers/suricata-eve.ts'
import { parser as syslog } from '../parsers/syslog.ts'
import { parser as wazuh } from '../parsers/wazuh.ts'
import { parser as windowsEvtx } from '../parsers/windows-evtx.ts'
import { parser as windowsFlat } from '../parsers/windows-flat.ts'
import { parser as windowsWinlogbeat } from '../parsers/windows-winlogbeat.ts'
import { parser as windowsWinlogbeat6 } from '../parsers/windows-winlogbeat6.ts'
import { parser as zeekJson } from '../parsers/zeek-json.ts'
import { parser as zeekTsv } from '../parsers/zeek-tsv.ts'

export const parsers: readonly Parser[] = [
  accessLog,
  accountTools,
  apacheError,
  cef,
  cron,
  csv,
  ecs,
  falco,
  gelf,
  json,
  keyValue,
  leef,
  nginxError,
  pam,
  snort,
  splunkExport,
  sshd,
  su,
  sudo,
  suricataEve,
  syslog,
  wazuh,
  windowsEvtx,
  windowsFlat,
  windowsWinlogbeat,
  windowsWinlogbeat6,
  zeekJson,
  zeekTsv,
]
