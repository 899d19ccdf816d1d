import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { readAudit } from '../gcp/audit.ts'
import { readDns } from '../gcp/dns.ts'
import { readFirewall, readNat, readVpcFlow } from '../gcp/flow.ts'
import { readKubernetesEvent } from '../gcp/kubernetes-event.ts'
import { readLoadBalancer } from '../gcp/load-balancer.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

interface Stream {
  dataset: string
  read(fields: Fields, entry: JsonObject): void
}

const STREAMS: ReadonlyMap<string, Stream> = new Map([
  ['vpc_flows', { dataset: 'gcp.vpcflow', read: readVpcFlow }],
  ['firewall', { dataset: 'gcp.firewall', read: readFirewall }],
  ['nat_flows', { dataset: 'gcp.nat', read: readNat }],
  ['dns_queries', { dataset: 'gcp.dns', read: readDns }],
])
const AUDIT: Stream = { dataset: 'gcp.audit', read: readAudit }
const LOAD_BALANCER: Stream = { dataset: 'gcp.loadbalancing_logs', read: readLoadBalancer }
const KUBERNETES: Stream = { dataset: 'gcp.gke', read: readKubernetesEvent }
const OTHER: Stream = { dataset: 'gcp.log', read: () => undefined }

/** `projects/P/logs/compute.googleapis.com%2Fvpc_flows`: what stands last. */
function logOf(name: string): string {
  const encoded = name.lastIndexOf('%2F')
  return encoded > 0 ? name.slice(encoded + 3) : name.slice(name.lastIndexOf('/') + 1)
}

function streamOf(entry: JsonObject, log: string): Stream {
  const { protoPayload } = entry
  if (isObject(protoPayload) && ('methodName' in protoPayload || 'serviceName' in protoPayload)) return AUDIT
  const named = STREAMS.get(log)
  if (named !== undefined) return named
  if (isObject(entry.httpRequest)) return LOAD_BALANCER
  const { kind, involvedObject, metadata } = objectOf(entry.jsonPayload)
  if (kind === 'Event' && (isObject(involvedObject) || isObject(metadata))) return KUBERNETES
  return OTHER
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const name = textOf(json.logName) ?? ''
  const stamped = 'timestamp' in json || 'receiveTimestamp' in json
  if (name === '' ? !isObject(json.protoPayload) : !stamped) return undefined
  const resource = objectOf(json.resource)
  const labels = objectOf(resource.labels)
  const log = logOf(name)
  const fields = createFields()
  flattenJson(fields, 'gcp', json)
  const stream = streamOf(json, log)
  fields['event.module'] = 'gcp'
  fields['event.dataset'] = stream.dataset
  fields['cloud.provider'] = 'gcp'
  setText(fields, 'log.logger', name)
  if (stream === AUDIT) setText(fields, 'event.provider', log)
  setText(fields, 'event.id', json.insertId)
  setText(fields, 'log.level', json.severity)
  const { 'log.level': level } = fields
  if (typeof level === 'string') fields['log.level'] = level.toLowerCase()
  setText(fields, 'message', json.textPayload ?? objectOf(json.jsonPayload).message)
  stream.read(fields, json)
  setText(fields, 'cloud.project.id', labels.project_id)
  if (typeof resource.type === 'string' && resource.type.startsWith('k8s_')) {
    fields['orchestrator.type'] = 'kubernetes'
    setText(fields, 'orchestrator.cluster.name', labels.cluster_name)
  }
  return { time: parseAnyTime(json.timestamp ?? json.receiveTimestamp, context), fields }
}

export const parser: Parser = {
  name: 'gcp-logging',
  reads:
    'Google Cloud log entries: audit, VPC flow, firewall, NAT, DNS, load balancing, Kubernetes events, any other',
  version: 1,
  clues: [{ json: ['logName'] }, { json: ['protoPayload'] }],
  parse,
  samples: [
    '{"insertId":"a1b2","logName":"projects/example/logs/cloudaudit.googleapis.com%2Factivity","protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","authenticationInfo":{"principalEmail":"anna@example.org"},"authorizationInfo":[{"granted":true,"permission":"storage.buckets.setIamPolicy"}],"methodName":"storage.setIamPermissions","requestMetadata":{"callerIp":"192.0.2.7","callerSuppliedUserAgent":"gcloud/500"},"serviceName":"storage.googleapis.com","status":{}},"resource":{"labels":{"project_id":"example"},"type":"gcs_bucket"},"severity":"NOTICE","timestamp":"2026-03-10T12:00:00.123456789Z"}',
    '{"insertId":"c3d4","jsonPayload":{"bytes_sent":"1200","connection":{"dest_ip":"198.51.100.9","dest_port":443,"protocol":6,"src_ip":"10.0.0.7","src_port":50123},"end_time":"2026-03-10T12:00:05Z","packets_sent":"9","reporter":"SRC","src_instance":{"project_id":"example","region":"europe-west1","vm_name":"web01","zone":"europe-west1-b"},"src_vpc":{"project_id":"example","subnetwork_name":"front","vpc_name":"main"},"start_time":"2026-03-10T12:00:00Z"},"logName":"projects/example/logs/compute.googleapis.com%2Fvpc_flows","resource":{"labels":{"project_id":"example"},"type":"gce_subnetwork"},"timestamp":"2026-03-10T12:00:06Z"}',
    '{"insertId":"e5f6","jsonPayload":{"connection":{"dest_ip":"10.0.0.7","dest_port":22,"protocol":6,"src_ip":"203.0.113.5","src_port":40022},"disposition":"DENIED","instance":{"project_id":"example","region":"europe-west1","vm_name":"web01","zone":"europe-west1-b"},"rule_details":{"action":"DENY","direction":"INGRESS","priority":1000,"reference":"network:main/firewall:no-ssh"},"vpc":{"subnetwork_name":"front","vpc_name":"main"}},"logName":"projects/example/logs/compute.googleapis.com%2Ffirewall","timestamp":"2026-03-10T12:00:00Z"}',
    '{"insertId":"a7b8","jsonPayload":{"protocol":"UDP","queryName":"www.example.org.","queryType":"A","rdata":"www.example.org.\\t300\\tIN\\ta\\t192.0.2.80","responseCode":"NOERROR","sourceIP":"10.0.0.7"},"logName":"projects/example/logs/dns.googleapis.com%2Fdns_queries","resource":{"labels":{"location":"europe-west1","project_id":"example"},"type":"dns_query"},"severity":"INFO","timestamp":"2026-03-10T12:00:00Z"}',
  ],
}
