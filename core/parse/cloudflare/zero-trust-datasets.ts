import type { Fields } from '../../event/event.ts'
import { number, text } from '../fields/field-setters.ts'
import type { KeyedProduct } from '../saas/keyed-product.ts'
import { all, instant, onlyIp, peer, tlsVersion, url } from '../saas/value-setters.ts'
import { cipher, dataset, httpVersion, setDecision } from './dataset.ts'
import { queryName, responseCode } from './dns-setters.ts'

const device = { DeviceID: text('host.id'), DeviceName: all(text('host.name'), text('host.hostname')) }
const user = { Email: text('user.email'), UserID: text('user.id'), UserUID: text('user.id') }
const account = { AccountID: text('cloud.account.id') }

const decide = (fields: Fields): void => setDecision(fields, String(fields['event.action'] ?? ''))

/** Cloudflare's words for how bad a finding is, as the number that Elastic gives them. */
const SEVERITIES: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3, critical: 4 }

export const zeroTrustDatasets: readonly KeyedProduct[] = [
  dataset('access_request', ['AppDomain', 'IPAddress'], {
    constants: { 'event.category': ['network', 'authentication'], 'observer.type': 'proxy' },
    times: ['CreatedAt'],
    map: {
      ...user,
      Action: text('event.action'),
      AppDomain: text('url.domain'),
      IPAddress: all(onlyIp('client.ip'), text('client.address'), peer('source')),
      RayID: text('event.id'),
      Connection: text('network.application'),
    },
    finish(fields) {
      const allowed = fields['cloudflare_logpush.access_request.Allowed']
      if (allowed === undefined) return
      fields['event.outcome'] = allowed === true ? 'success' : 'failure'
      fields['event.type'] = ['access', allowed === true ? 'allowed' : 'denied']
    },
  }),
  dataset('casb', ['FindingTypeID', 'AssetLink'], {
    constants: { 'event.category': ['network'], 'event.type': ['access'] },
    times: ['DetectedTimestamp'],
    map: {
      InstanceID: text('event.id'),
      AssetLink: url,
      FindingTypeDisplayName: all(text('rule.name'), text('message')),
      FindingTypeID: text('rule.id'),
      FindingTypeSeverity: (fields, value) => {
        const severity = SEVERITIES[String(value).toLowerCase()]
        if (severity !== undefined) fields['event.severity'] = severity
      },
      IntegrationDisplayName: text('service.name'),
    },
  }),
  dataset('device_posture', ['PostureCheckName', 'PostureEvaluatedResult'], {
    constants: { 'event.category': ['host'], 'event.type': ['info'] },
    times: ['Timestamp'],
    map: {
      ...device,
      ...user,
      DeviceType: text('host.os.family'),
      OSVersion: text('host.os.version'),
      PolicyID: text('rule.id'),
      PostureCheckName: text('rule.name'),
      PostureCheckType: text('rule.category'),
      PostureEvaluatedResult: (fields, value) => {
        fields['event.outcome'] = value === true ? 'success' : 'failure'
      },
    },
  }),
  dataset('gateway_dns', ['QueryNameReversed', 'QueryName'], {
    constants: { 'event.category': ['network'], 'event.type': ['info'], 'observer.type': 'dns' },
    times: ['Datetime'],
    map: {
      ...device,
      ...user,
      ...account,
      SrcIP: peer('source'),
      SrcPort: number('source.port'),
      DstIP: peer('destination'),
      DstPort: number('destination.port'),
      QueryName: queryName,
      RCode: responseCode,
      QueryTypeName: text('dns.question.type'),
      PolicyID: text('rule.id'),
      PolicyName: text('rule.name'),
      Protocol: (fields, value) => {
        const name = String(value)
        fields['network.protocol'] = name === 'udp' || name === 'tcp' ? 'dns' : name
        fields['network.transport'] = name
      },
      ResolverDecision: text('event.reason'),
    },
    lists: {
      ResolvedIPs: 'dns.resolved_ip',
      'RData.data': 'dns.answers.data',
      'RData.type': 'dns.answers.type',
    },
    finish(fields) {
      fields['event.outcome'] = String(fields['event.reason'] ?? '').startsWith('blocked')
        ? 'failure'
        : 'success'
      if (fields['event.outcome'] === 'failure') fields['event.type'] = ['info', 'denied']
    },
  }),
  dataset('gateway_http', ['HTTPHost', 'HTTPMethod'], {
    constants: {
      'event.category': ['network'],
      'event.type': ['info'],
      'network.protocol': 'http',
      'observer.type': 'proxy',
    },
    times: ['Datetime'],
    map: {
      ...device,
      ...user,
      ...account,
      Action: text('event.action'),
      SourceIP: peer('source'),
      SourcePort: number('source.port'),
      DestinationIP: all(onlyIp('destination.ip')),
      DestinationPort: all(number('destination.port'), number('url.port')),
      HTTPHost: all(text('destination.address'), text('destination.domain'), text('url.domain')),
      HTTPMethod: text('http.request.method'),
      HTTPVersion: httpVersion,
      HTTPStatusCode: (fields, value) => {
        if (Number(value) > 0) fields['http.response.status_code'] = Number(value)
      },
      URL: all(text('url.full'), url),
      Referer: text('http.request.referrer'),
      UserAgent: text('user_agent.original'),
      BlockedFileHash: text('file.hash.sha256'),
      BlockedFileName: text('file.name'),
      BlockedFileSize: number('file.size'),
      BlockedFileReason: text('event.reason'),
      PolicyID: text('rule.id'),
      PolicyName: text('rule.name'),
      RequestID: text('event.id'),
    },
    finish(fields) {
      const ip = fields['destination.ip']
      if (ip !== undefined) fields['destination.address'] ??= ip
      const blocked = String(fields['event.action'] ?? '').startsWith('block')
      if (blocked) fields['event.type'] = ['info', 'denied']
    },
  }),
  dataset('gateway_network', ['SNI', 'Transport'], {
    constants: { 'event.category': ['network'], 'event.type': ['info'], 'observer.type': 'proxy' },
    times: ['Datetime'],
    map: {
      ...device,
      ...user,
      ...account,
      Action: text('event.action'),
      SessionID: text('event.id'),
      SNI: all(text('tls.client.server_name'), text('destination.domain')),
      SourceIP: peer('source'),
      SourcePort: number('source.port'),
      SourceInternalIP: onlyIp('source.nat.ip'),
      DestinationIP: peer('destination'),
      DestinationPort: number('destination.port'),
      Transport: text('network.transport'),
      PolicyID: text('rule.id'),
      PolicyName: text('rule.name'),
    },
    finish: decide,
  }),
  dataset('network_session', ['SessionStartTime', 'IngressColoName'], {
    constants: { 'event.category': ['network', 'session'], 'event.type': ['connection'] },
    times: ['SessionEndTime', 'SessionStartTime'],
    map: {
      ...device,
      ...user,
      ...account,
      SessionID: text('event.id'),
      SessionStartTime: instant('event.start'),
      SessionEndTime: instant('event.end'),
      SourceIP: peer('source'),
      SourcePort: number('source.port'),
      OriginIP: peer('destination'),
      OriginPort: number('destination.port'),
      BytesSent: number('source.bytes'),
      BytesReceived: number('destination.bytes'),
      Protocol: (fields, value) => {
        fields['network.transport'] = String(value).toLowerCase()
      },
      ClientTLSVersion: tlsVersion,
      ClientTLSCipher: cipher,
      ConnectionCloseReason: text('event.reason'),
      OriginTLSCertificateIssuer: text('tls.server.issuer'),
      EgressIP: onlyIp('source.nat.ip'),
      EgressPort: number('source.nat.port'),
    },
  }),
  dataset('email_security_alerts', ['FinalDisposition', 'AlertID'], {
    constants: { 'event.kind': 'alert', 'event.category': ['email', 'threat'], 'event.type': ['info'] },
    times: ['Timestamp'],
    map: {
      AlertID: text('event.id'),
      FinalDisposition: text('event.action'),
      Subject: text('email.subject'),
      MessageID: text('email.message_id'),
      SMTPHeloServerIP: peer('source'),
      OriginalSender: text('email.sender.address'),
    },
    lists: { From: 'email.from.address', To: 'email.to.address', ReplyTo: 'email.reply_to.address' },
  }),
]
