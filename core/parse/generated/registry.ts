// Written by core/parse/generate-registry.ts (npm run generate:parsers).
import type { Parser } from '../parser.ts'
import { parser as accessLog } from '../parsers/access-log.ts'
import { parser as accountTools } from '../parsers/account-tools.ts'
import { parser as apacheError } from '../parsers/apache-error.ts'
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
import { parser as cloudEnvelope } from '../parsers/cloud-envelope.ts'
import { parser as cron } from '../parsers/cron.ts'
import { parser as ecs } from '../parsers/ecs.ts'
import { parser as entraGraph } from '../parsers/entra-graph.ts'
import { parser as exchangeServer } from '../parsers/exchange-server.ts'
import { parser as gcpLogging } from '../parsers/gcp-logging.ts'
import { parser as googleAlertCenter } from '../parsers/google-alert-center.ts'
import { parser as googleScc } from '../parsers/google-scc.ts'
import { parser as googleWorkspace } from '../parsers/google-workspace.ts'
import { parser as json } from '../parsers/json.ts'
import { parser as kubernetesAudit } from '../parsers/kubernetes-audit.ts'
import { parser as nginxError } from '../parsers/nginx-error.ts'
import { parser as o365Audit } from '../parsers/o365-audit.ts'
import { parser as o365MessageTrace } from '../parsers/o365-message-trace.ts'
import { parser as pam } from '../parsers/pam.ts'
import { parser as sshd } from '../parsers/sshd.ts'
import { parser as su } from '../parsers/su.ts'
import { parser as sudo } from '../parsers/sudo.ts'
import { parser as syslog } from '../parsers/syslog.ts'
import { parser as windowsEvtx } from '../parsers/windows-evtx.ts'
import { parser as windowsFlat } from '../parsers/windows-flat.ts'
import { parser as windowsWinlogbeat } from '../parsers/windows-winlogbeat.ts'
import { parser as windowsWinlogbeat6 } from '../parsers/windows-winlogbeat6.ts'

export const parsers: readonly Parser[] = [
  accessLog,
  accountTools,
  apacheError,
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
  cloudEnvelope,
  cron,
  ecs,
  entraGraph,
  exchangeServer,
  gcpLogging,
  googleAlertCenter,
  googleScc,
  googleWorkspace,
  json,
  kubernetesAudit,
  nginxError,
  o365Audit,
  o365MessageTrace,
  pam,
  sshd,
  su,
  sudo,
  syslog,
  windowsEvtx,
  windowsFlat,
  windowsWinlogbeat,
  windowsWinlogbeat6,
]
