import type { Fields } from '../../event/event.ts'
import { detectionFields, detectionLists, finishDetection } from '../crowdstrike/detection-fields.ts'
import { number } from '../fields/field-setters.ts'
import { isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { onlyIp, protocol } from '../saas/value-setters.ts'

const EVENT = 'crowdstrike.event'

const readerOf = (times: readonly string[]) =>
  createProductReader({
    prefix: 'crowdstrike',
    dataset: 'crowdstrike.falcon',
    constants: { 'observer.vendor': 'CrowdStrike', 'observer.product': 'Falcon' },
    times: [...times, 'metadata.eventCreationTime'],
    map: {
      ...detectionFields('event.'),
      'event.Protocol': protocol,
      'event.Ipv': (fields, value) => {
        fields['network.type'] = String(value)
      },
      'metadata.severity.code': number('event.severity'),
    },
    lists: detectionLists('event.'),
    finish,
  })

const read = readerOf(['event.UTCTimestamp', 'event.EventCreatedTimestamp'])
/** Incidents of identities are told long after they began; times of other kinds' beginnings are Windows'. */
const readIdentity = readerOf(['event.StartTime'])
const readGraph = readerOf(['event.timestamp'])

/** Kinds whose action is the kind itself. */
const NAMED: Readonly<Record<string, string>> = {
  UserActivityAuditEvent: 'user_activity_audit_event',
  FirewallMatchEvent: 'firewall_match_event',
  RemoteResponseSessionStartEvent: 'remote_response_session_start_event',
  RemoteResponseSessionEndEvent: 'remote_response_session_end_event',
  IdpDetectionSummaryEvent: 'ipd-detection',
  MobileDetectionSummaryEvent: 'mobile-detection',
}

function finish(fields: Fields): void {
  const kind = String(fields['crowdstrike.metadata.eventType'] ?? '')
  const own = (name: string) => fields[`${EVENT}.${name}`]
  const operation = own('OperationName')
  const action = NAMED[kind] ?? operation ?? own('EventAction') ?? own('IncidentType')
  if (action !== undefined) fields['event.action'] = action
  const success = own('Success')
  if (typeof success === 'boolean') fields['event.outcome'] = success ? 'success' : 'failure'
  const message = messageOf(kind, own)
  if (message !== undefined) fields.message = message
  if (kind === 'FirewallMatchEvent') setConnection(fields, own)
  if (own('Disposition') === 'Failed') fields['event.outcome'] = 'failure'
  else if (own('Disposition') === 'Passed') fields['event.outcome'] = 'success'
  finishDetection(fields, EVENT)
}

type Own = (name: string) => Fields[string] | undefined

function messageOf(kind: string, own: Own): Fields[string] | undefined {
  switch (kind) {
    case 'UserActivityAuditEvent':
      return own('OperationName')
    case 'AuthActivityAuditEvent':
      return own('ServiceName')
    case 'RemoteResponseSessionStartEvent':
      return 'Remote response session started.'
    case 'RemoteResponseSessionEndEvent':
      return 'Remote response session ended.'
    case 'FirewallMatchEvent':
      return `Firewall Rule: '${own('RuleName')}' triggered - Action: '${RULE_ACTIONS[String(own('RuleAction'))] ?? 'Unknown'}'`
    default:
      return own('IncidentDescription') ?? own('PolicyStatement')
  }
}

const RULE_ACTIONS: Readonly<Record<string, string>> = { 1: 'Allowed', 2: 'Blocked' }

/** The firewall names ends by where the sensor is; ECS by who began. */
function setConnection(fields: Fields, own: Own): void {
  const inbound = String(own('ConnectionDirection')) === '1'
  fields['network.direction'] = inbound ? 'ingress' : 'egress'
  fields['event.type'] = ['start', 'connection', String(own('RuleAction')) === '1' ? 'allowed' : 'denied']
  const code = own('EventType')
  if (code !== undefined) fields['event.code'] = code
  for (const [name, side] of [
    ['Local', inbound ? 'destination' : 'source'],
    ['Remote', inbound ? 'source' : 'destination'],
  ] as const) {
    const address = own(`${name}Address`)
    const port = Number(own(`${name}Port`))
    if (address !== undefined && address !== '') {
      onlyIp(`${side}.ip`)(fields, String(address))
      fields[`${side}.address`] ??= String(address)
    }
    if (own(`${name}Port`) !== undefined && Number.isInteger(port)) fields[`${side}.port`] = port
  }
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || !isObject(json.event) || !isObject(json.metadata)) return undefined
  // Others wrap events so as well.
  if (typeof json.metadata.eventType !== 'string') return undefined
  return choose(json.metadata)(json, context)
}

function choose({ eventType }: JsonObject): typeof read {
  if (eventType === 'IdentityProtectionEvent') return readIdentity
  return eventType === 'Vertex' ? readGraph : read
}

export const parser: Parser = {
  name: 'crowdstrike-falcon',
  reads: 'event stream of CrowdStrike Falcon: detections, incidents, audits, firewall, remote sessions',
  version: 1,
  clues: [{ json: ['metadata', 'event'] }],
  parse,
  samples: [
    '{"metadata":{"customerIDString":"c7","offset":7,"eventType":"DetectionSummaryEvent","eventCreationTime":1773144000125,"version":"1.0"},"event":{"ProcessId":4012,"ParentProcessId":812,"ComputerName":"ws01","UserName":"anna","DetectName":"NGAV","DetectDescription":"This file looks malicious.","Severity":4,"SeverityName":"High","FileName":"x.exe","FilePath":"\\\\Device\\\\HarddiskVolume1\\\\Temp","CommandLine":"x.exe -q","SHA256String":"ab12","LocalIP":"10.0.0.7","Tactic":"Execution","Technique":"User Execution","PatternDispositionDescription":"Prevention, process was blocked from execution."}}',
    '{"metadata":{"customerIDString":"c7","offset":8,"eventType":"AuthActivityAuditEvent","eventCreationTime":1773144000125,"version":"1.0"},"event":{"UserId":"anna@example.org","UserIp":"192.0.2.7","OperationName":"userAuthenticate","ServiceName":"CrowdStrike Authentication","Success":false,"UTCTimestamp":1773144000}}',
    '{"metadata":{"eventType":"FirewallMatchEvent","eventCreationTime":1773144000000},"event":{"EventType":"FirewallRuleIP4Matched","ConnectionDirection":"1","HostName":"ws01","Ipv":"ipv4","LocalAddress":"10.0.0.7","LocalPort":"445","PID":"7","Protocol":"6","RemoteAddress":"10.0.0.9","RemotePort":"51234","RuleAction":"2","RuleName":"SMB in"}}',
  ],
}
