// Written by core/parse/generate-registry.ts (npm run generate:parsers).
import type { Parser } from '../parser.ts'
import { parser as accessLog } from '../parsers/access-log.ts'
import { parser as accountTools } from '../parsers/account-tools.ts'
import { parser as apacheError } from '../parsers/apache-error.ts'
import { parser as cron } from '../parsers/cron.ts'
import { parser as defenderAlert } from '../parsers/defender-alert.ts'
import { parser as defenderForCloud } from '../parsers/defender-for-cloud.ts'
import { parser as defenderHunting } from '../parsers/defender-hunting.ts'
import { parser as ecs } from '../parsers/ecs.ts'
import { parser as intune } from '../parsers/intune.ts'
import { parser as json } from '../parsers/json.ts'
import { parser as nginxError } from '../parsers/nginx-error.ts'
import { parser as nps } from '../parsers/nps.ts'
import { parser as pam } from '../parsers/pam.ts'
import { parser as sshd } from '../parsers/sshd.ts'
import { parser as su } from '../parsers/su.ts'
import { parser as sudo } from '../parsers/sudo.ts'
import { parser as syslog } from '../parsers/syslog.ts'
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

export const parsers: readonly Parser[] = [
  accessLog,
  accountTools,
  apacheError,
  cron,
  defenderAlert,
  defenderForCloud,
  defenderHunting,
  ecs,
  intune,
  json,
  nginxError,
  nps,
  pam,
  sshd,
  su,
  sudo,
  syslog,
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
]
