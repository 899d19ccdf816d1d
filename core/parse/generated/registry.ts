// Written by core/parse/generate-registry.ts (npm run generate:parsers).
import type { Parser } from '../parser.ts'
import { parser as accessLog } from '../parsers/access-log.ts'
import { parser as accountTools } from '../parsers/account-tools.ts'
import { parser as apacheError } from '../parsers/apache-error.ts'
import { parser as atlassianAudit } from '../parsers/atlassian-audit.ts'
import { parser as auth0 } from '../parsers/auth0.ts'
import { parser as ciscoSecureEndpoint } from '../parsers/cisco-secure-endpoint.ts'
import { parser as cloudflareAudit } from '../parsers/cloudflare-audit.ts'
import { parser as cloudflareLogpush } from '../parsers/cloudflare-logpush.ts'
import { parser as cron } from '../parsers/cron.ts'
import { parser as crowdstrikeApi } from '../parsers/crowdstrike-api.ts'
import { parser as crowdstrikeFalcon } from '../parsers/crowdstrike-falcon.ts'
import { parser as crowdstrikeFdr } from '../parsers/crowdstrike-fdr.ts'
import { parser as cyberarkPas } from '../parsers/cyberark-pas.ts'
import { parser as duo } from '../parsers/duo.ts'
import { parser as ecs } from '../parsers/ecs.ts'
import { parser as endpointAgents } from '../parsers/endpoint-agents.ts'
import { parser as githubAudit } from '../parsers/github-audit.ts'
import { parser as gitlab } from '../parsers/gitlab.ts'
import { parser as harfanglab } from '../parsers/harfanglab.ts'
import { parser as jamf } from '../parsers/jamf.ts'
import { parser as json } from '../parsers/json.ts'
import { parser as nginxError } from '../parsers/nginx-error.ts'
import { parser as ocsf } from '../parsers/ocsf.ts'
import { parser as okta } from '../parsers/okta.ts'
import { parser as pam } from '../parsers/pam.ts'
import { parser as pingOne } from '../parsers/ping-one.ts'
import { parser as saasAudit } from '../parsers/saas-audit.ts'
import { parser as sentinelOne } from '../parsers/sentinel-one.ts'
import { parser as sshd } from '../parsers/sshd.ts'
import { parser as stormshieldSes } from '../parsers/stormshield-ses.ts'
import { parser as su } from '../parsers/su.ts'
import { parser as sudo } from '../parsers/sudo.ts'
import { parser as syslog } from '../parsers/syslog.ts'
import { parser as teleport } from '../parsers/teleport.ts'
import { parser as windowsEvtx } from '../parsers/windows-evtx.ts'
import { parser as windowsFlat } from '../parsers/windows-flat.ts'
import { parser as windowsWinlogbeat } from '../parsers/windows-winlogbeat.ts'
import { parser as windowsWinlogbeat6 } from '../parsers/windows-winlogbeat6.ts'

export const parsers: readonly Parser[] = [
  accessLog,
  accountTools,
  apacheError,
  atlassianAudit,
  auth0,
  ciscoSecureEndpoint,
  cloudflareAudit,
  cloudflareLogpush,
  cron,
  crowdstrikeApi,
  crowdstrikeFalcon,
  crowdstrikeFdr,
  cyberarkPas,
  duo,
  ecs,
  endpointAgents,
  githubAudit,
  gitlab,
  harfanglab,
  jamf,
  json,
  nginxError,
  ocsf,
  okta,
  pam,
  pingOne,
  saasAudit,
  sentinelOne,
  sshd,
  stormshieldSes,
  su,
  sudo,
  syslog,
  teleport,
  windowsEvtx,
  windowsFlat,
  windowsWinlogbeat,
  windowsWinlogbeat6,
]
