import { lowerText, number, text } from '../fields/field-setters.ts'
import type { KeyedProduct } from '../saas/keyed-product.ts'
import { all, instant, peer, tlsVersion } from '../saas/value-setters.ts'
import { cipher, dataset, setDecision } from './dataset.ts'
import { queryName, queryType, responseCode } from './dns-setters.ts'

export const networkDatasets: readonly KeyedProduct[] = [
  dataset('dns_firewall', ['UpstreamIP', 'QueryName'], {
    constants: { 'event.category': ['network'], 'event.type': ['info'], 'observer.type': 'dns' },
    times: ['Timestamp'],
    map: {
      SourceIP: peer('source'),
      UpstreamIP: peer('destination'),
      QueryName: queryName,
      QueryType: queryType,
      ClientResponseCode: responseCode,
      UpstreamResponseCode: responseCode,
      QueryTCP: (fields, value) => {
        fields['network.transport'] = value === true ? 'tcp' : 'udp'
      },
    },
  }),
  dataset('dns', ['QueryName', 'QueryType', 'ResponseCode'], {
    constants: { 'event.category': ['network'], 'event.type': ['info'], 'observer.type': 'dns' },
    times: ['Timestamp'],
    map: {
      SourceIP: peer('source'),
      QueryName: queryName,
      QueryType: queryType,
      ResponseCode: responseCode,
    },
  }),
  dataset('spectrum_event', ['ConnectTimestamp', 'OriginProto'], {
    constants: { 'event.category': ['network'], 'event.type': ['info'], 'observer.type': 'proxy' },
    times: ['Timestamp', 'ConnectTimestamp'],
    map: {
      Application: text('event.id'),
      Event: text('event.action'),
      ClientIP: peer('source'),
      ClientPort: number('source.port'),
      ClientAsn: number('source.as.number'),
      ClientBytes: number('source.bytes'),
      ClientProto: lowerText('network.transport'),
      ClientTlsProtocol: tlsVersion,
      ClientTlsCipher: cipher,
      ClientTlsClientHelloServerName: text('tls.client.server_name'),
      OriginIP: peer('destination'),
      OriginPort: number('destination.port'),
      OriginBytes: number('destination.bytes'),
      ConnectTimestamp: instant('event.start'),
      DisconnectTimestamp: instant('event.end'),
      Status: number('http.response.status_code'),
    },
  }),
  dataset('network_analytics', ['IPDestinationAddress', 'IPSourceAddress'], {
    constants: { 'event.category': ['network'], 'event.type': ['info'], 'observer.type': 'firewall' },
    times: ['Datetime'],
    map: {
      IPSourceAddress: peer('source'),
      SourcePort: number('source.port'),
      SourceASN: number('source.as.number'),
      IPDestinationAddress: peer('destination'),
      DestinationPort: number('destination.port'),
      DestinationASN: number('destination.as.number'),
      Direction: lowerText('network.direction'),
      IPProtocolName: lowerText('network.transport'),
      IPProtocol: text('network.iana_number'),
      RuleID: text('rule.id'),
      RulesetID: text('rule.ruleset'),
      MitigationReason: text('event.reason'),
      Outcome: all(text('event.action')),
    },
    finish(fields) {
      const dropped = fields['event.action'] === 'drop'
      fields['event.outcome'] = dropped ? 'failure' : 'success'
      if (dropped) fields['event.type'] = ['denied']
    },
  }),
  dataset('magic_ids', ['SignatureRevision', 'SignatureMessage'], {
    constants: {
      'event.kind': 'alert',
      'event.category': ['network', 'intrusion_detection'],
      'event.type': ['info'],
      'observer.type': 'ids',
    },
    times: ['Timestamp'],
    map: {
      Action: text('event.action'),
      SourceIP: peer('source'),
      SourcePort: number('source.port'),
      DestinationIP: peer('destination'),
      DestinationPort: number('destination.port'),
      Protocol: lowerText('network.transport'),
      SignatureID: text('rule.id'),
      SignatureMessage: all(text('rule.name'), text('message')),
      SignatureRevision: text('rule.version'),
    },
    finish: (fields) => setDecision(fields, String(fields['event.action'] ?? '')),
  }),
  dataset('nel_report', ['LastKnownGoodColoCode', 'Phase'], {
    constants: { 'event.category': ['network'], 'event.type': ['info'] },
    times: ['Timestamp'],
    map: { Type: text('error.type'), ClientIPASN: number('source.as.number') },
  }),
]
