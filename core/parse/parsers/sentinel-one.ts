import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { readActivity } from '../sentinel-one/activity.ts'
import { readAgent, readAlert, readIdentity, readThreat } from '../sentinel-one/alerts.ts'
import { readCloudFunnel } from '../sentinel-one/cloud-funnel.ts'

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  if ('event.type' in json && 'event.time' in json) return readCloudFunnel(json, context)
  if ('threatInfo' in json) return readThreat(json, context)
  if ('alertInfo' in json && 'ruleInfo' in json) return readAlert(json, context)
  if ('activityType' in json && 'primaryDescription' in json) return readActivity(json, context)
  if ('attackSurfaces' in json && 'detectedAt' in json) return readIdentity(json, context)
  if ('machineType' in json && 'agentVersion' in json) return readAgent(json, context)
  return undefined
}

export const parser: Parser = {
  name: 'sentinel-one',
  reads:
    'SentinelOne: activities, threats, alerts of rules, identity, agents, and Cloud Funnel 2.0 (Deep Visibility)',
  version: 1,
  clues: [
    { json: ['event.type', 'event.time'] },
    { json: ['threatInfo'] },
    { json: ['alertInfo', 'ruleInfo'] },
    { json: ['activityType', 'primaryDescription'] },
    { json: ['attackSurfaces', 'detectedAt'] },
    { json: ['isDecommissioned', 'agentVersion', 'machineType'] },
  ],
  parse,
  samples: [
    '{"accountId":"7","activityType":2001,"agentId":"8","createdAt":"2026-03-10T12:00:00.125Z","data":{"computerName":"ws01","fileContentHash":"ab12","fileDisplayName":"x.exe","filePath":"C:\\\\Temp\\\\x.exe","externalIp":"192.0.2.7"},"groupId":"9","id":"e1","primaryDescription":"The agent ws01 successfully killed the threat: x.exe."}',
    '{"event.id":"e2_1","event.time":1773144000125,"event.type":"Process Creation","event.category":"process","endpoint.name":"ws01","endpoint.os":"windows","src.process.name":"explorer.exe","src.process.pid":812,"src.process.user":"EXAMPLE\\\\anna","tgt.process.name":"cmd.exe","tgt.process.pid":4012,"tgt.process.cmdline":"cmd.exe /c whoami","tgt.process.image.path":"C:\\\\Windows\\\\System32\\\\cmd.exe"}',
    '{"id":"e3","threatInfo":{"threatId":"t7","threatName":"x.exe","classification":"Malware","confidenceLevel":"malicious","updatedAt":"2026-03-10T12:00:00Z","filePath":"C:\\\\Temp\\\\x.exe","sha1":"ab12"},"agentRealtimeInfo":{"agentComputerName":"ws01"},"agentDetectionInfo":{"externalIp":"192.0.2.7"}}',
    '{"id":"e4","name":"Password spray","description":"Many accounts were locked.","detectedAt":"2026-03-10T12:00:00Z","attackSurfaces":["IDENTITY"],"detectionSource":{"product":"Identity"},"process":null}',
  ],
}
