import type { Fields } from '../../event/event.ts'
import { detectionFields, detectionLists, finishDetection } from '../crowdstrike/detection-fields.ts'
import { finishTelemetry, telemetryFields } from '../crowdstrike/telemetry-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { addToList, createProductReader } from '../saas/create-product-reader.ts'
import { isIp } from '../text/is-ip.ts'

const constants = { 'observer.vendor': 'CrowdStrike', 'observer.product': 'Falcon', 'observer.type': 'agent' }
const times = ['UTCTimestamp', 'timestamp', '_time', 'Time', 'ContextTimeStamp', 'FirstDiscoveredDate']

const read = createProductReader({
  prefix: 'crowdstrike',
  dataset: 'crowdstrike.fdr',
  constants,
  times: [...times, 'scores.modified_time'],
  map: telemetryFields,
  finish(fields) {
    setAddresses(fields)
    finishTelemetry(fields)
  },
})

/** Detections and audits of the stream come in FDR with their fields at the top. */
const readExternal = createProductReader({
  prefix: 'crowdstrike',
  dataset: 'crowdstrike.fdr',
  constants: { ...constants, 'event.kind': 'alert', 'event.category': ['malware'], 'event.type': ['info'] },
  times,
  map: { ...detectionFields(''), EventUUID: detectionFields('').LeadId ?? (() => undefined) },
  lists: detectionLists(''),
  finish(fields) {
    if (fields['crowdstrike.ExternalApiType'] !== 'Event_DetectionSummaryEvent') {
      fields['event.kind'] = 'event'
      fields['event.category'] = ['configuration']
    }
    const ip = fields['source.ip']
    if (ip !== undefined) fields['source.address'] = ip
    const host = fields['host.name']
    if (host !== undefined) fields['host.hostname'] = host
    finishDetection(fields, 'crowdstrike')
  },
})

/** The address that the cloud sees, several with blanks between in lists of neighbours. */
function setAddresses(fields: Fields): void {
  const seen = fields['crowdstrike.aip']
  if (typeof seen !== 'string') return
  for (const ip of seen.split(' ', 20)) {
    if (!isIp(ip)) continue
    addToList(fields, 'observer.ip', ip)
    addToList(fields, 'host.ip', ip)
  }
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  if ('ExternalApiType' in json) return readExternal(json, context)
  return 'cid' in json || 'event_simpleName' in json ? read(json, context) : undefined
}

export const parser: Parser = {
  name: 'crowdstrike-fdr',
  reads:
    'telemetry of CrowdStrike sensors, as the Falcon Data Replicator writes it, with its lists of hosts and users',
  version: 1,
  clues: [
    { json: ['event_simpleName'] },
    { json: ['ExternalApiType'] },
    { json: ['event_platform', 'cid'] },
    { json: ['AgentLoadFlags', 'aid'] },
    { json: ['discoverer_aid', 'cid'] },
    { json: ['LastDiscoveredBy', 'cid'] },
    { json: ['aid', 'cid'] },
  ],
  parse,
  samples: [
    '{"event_simpleName":"ProcessRollup2","event_platform":"Win","aid":"a7","cid":"c7","id":"e1","aip":"192.0.2.7","ComputerName":"ws01","TargetProcessId":"41","ParentProcessId":"40","RawProcessId":"4012","ParentBaseFileName":"explorer.exe","ImageFileName":"\\\\Device\\\\HarddiskVolume1\\\\Windows\\\\System32\\\\cmd.exe","CommandLine":"cmd.exe /c whoami","SHA256HashData":"ab12","UserSid":"S-1-5-21-7","ProcessStartTime":"1773144000.125","timestamp":"1773144000250"}',
    '{"event_simpleName":"NetworkConnectIP4","event_platform":"Lin","aid":"a7","cid":"c7","id":"e2","aip":"192.0.2.7","ContextProcessId":"41","LocalAddressIP4":"10.0.0.7","LocalPort":"51234","RemoteAddressIP4":"198.51.100.9","RemotePort":"443","Protocol":"6","ConnectionDirection":"0","timestamp":"1773144000250"}',
    '{"event_simpleName":"AsepValueUpdate","event_platform":"Win","aid":"a7","cid":"c7","RegObjectName":"\\\\REGISTRY\\\\MACHINE\\\\SOFTWARE\\\\Run","RegValueName":"x","RegStringValue":"x.exe","timestamp":"1773144000250"}',
  ],
}
