import { listOf } from '../cloud/list-of.ts'
import { numberOf } from '../cloud/number-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'

const textFrom = (value: unknown): string | undefined =>
  isObject(value) ? JSON.stringify(value) : typeof value === 'string' && value !== '' ? value : undefined

/** CloudWatch Logs subscription: `{messageType, owner, logGroup, logStream, logEvents: [{id, timestamp, message}]}` */
function ofCloudWatch(json: JsonObject): Parsed | undefined {
  const events = listOf(json.logEvents).map(objectOf)
  const [first] = events
  const text = textOf(first?.message)
  if (first === undefined || text === undefined) return undefined
  const fields = createFields()
  setText(fields, 'cloud.account.id', json.owner)
  setText(fields, 'aws.cloudwatch.log_group', json.logGroup)
  setText(fields, 'aws.cloudwatch.log_stream', json.logStream)
  setText(fields, 'event.id', first.id)
  if (events.length > 1) fields['aws.cloudwatch.log_events'] = events.length
  const stamp = numberOf(first.timestamp)
  return { time: stamp === undefined ? undefined : parseEpochTime(stamp), fields, payload: { text } }
}

/** EventBridge: `{detail-type, source, account, region, time, detail}`; Security Hub sends findings in a list. */
function ofEventBridge(json: JsonObject, context: ParseContext): Parsed | undefined {
  const detail = objectOf(json.detail)
  const findings = listOf(detail.findings)
  const text = textFrom(findings[0] ?? json.detail)
  if (text === undefined) return undefined
  const fields = createFields()
  setText(fields, 'cloud.account.id', json.account)
  setText(fields, 'cloud.region', json.region)
  setText(fields, 'aws.eventbridge.source', json.source)
  setText(fields, 'aws.eventbridge.detail_type', json['detail-type'])
  if (findings.length > 1) fields['aws.eventbridge.findings'] = findings.length
  return { time: parseAnyTime(json.time, context), fields, payload: { text } }
}

/** What Firehose delivers through Elastic's and others' endpoints: the record in `message`, its way beside it. */
function ofFirehose(json: JsonObject, context: ParseContext): Parsed | undefined {
  const text = textOf(json.message)
  if (text === undefined) return undefined
  const fields = createFields()
  for (const name in json) {
    if (name.startsWith('aws.') || name.startsWith('cloud.') || name.startsWith('event.'))
      setText(fields, name, json[name])
  }
  return { time: parseAnyTime(json['@timestamp'], context), fields, payload: { text } }
}

/** A batch that nobody took apart: the first record is read, the others are found by their text. */
function ofRecords(json: JsonObject): Parsed | undefined {
  const records = listOf(json.Records ?? json.records)
  const text = textFrom(records[0])
  if (text === undefined || records.length !== records.filter(isObject).length) return undefined
  const fields = createFields()
  if (records.length > 1) fields['log.records'] = records.length
  return { time: undefined, fields, payload: { text } }
}

/** Pub/Sub pushes `{message: {data: BASE64, attributes, messageId, publishTime}, subscription}`. */
function ofPubSub(json: JsonObject, context: ParseContext): Parsed | undefined {
  const message = objectOf(json.message)
  const data = textOf(message.data)
  if (data === undefined) return undefined
  const text = Buffer.from(data, 'base64').toString('utf8')
  if (text === '') return undefined
  const fields = createFields()
  setText(fields, 'gcp.pubsub.subscription', json.subscription)
  setText(fields, 'gcp.pubsub.message_id', message.messageId)
  fields['cloud.provider'] = 'gcp'
  return { time: parseAnyTime(message.publishTime, context), fields, payload: { text } }
}

/** Modules of Wazuh write `{integration: NAME, NAME: {..}}`. */
function ofIntegration(json: JsonObject): Parsed | undefined {
  const name = textOf(json.integration)
  const text = name === undefined ? undefined : textFrom(json[name])
  return text === undefined ? undefined : { time: undefined, fields: createFields(), payload: { text } }
}

/** A shipper's `{message: TEXT}` and nothing else. */
function ofMessage(json: JsonObject): Parsed | undefined {
  const text = Object.keys(json).length === 1 ? textOf(json.message) : undefined
  return text === undefined ? undefined : { time: undefined, fields: createFields(), payload: { text } }
}

function ofAmazon(json: JsonObject, context: ParseContext): Parsed | undefined {
  if ('logEvents' in json) return ofCloudWatch(json)
  if ('detail-type' in json) return ofEventBridge(json, context)
  return 'aws.firehose.arn' in json ? ofFirehose(json, context) : undefined
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const parsed = ofAmazon(json, context)
  if (parsed !== undefined) {
    parsed.fields['cloud.provider'] = 'aws'
    return parsed
  }
  if ('subscription' in json) return ofPubSub(json, context)
  if ('integration' in json) return ofIntegration(json)
  return ofRecords(json) ?? ofMessage(json)
}

export const parser: Parser = {
  name: 'cloud-envelope',
  reads:
    'what cloud logs come in: CloudWatch Logs subscriptions, EventBridge, Firehose, Pub/Sub, batches of records (CloudTrail files, Azure Event Hubs), Wazuh integrations',
  version: 1,
  clues: [
    { json: ['logEvents', 'logGroup'] },
    { json: ['detail-type', 'detail'] },
    { json: ['aws.firehose.arn', 'message'] },
    { json: ['Records'] },
    { json: ['records'] },
    { json: ['subscription', 'message'] },
    { json: ['integration'] },
    { json: ['message'] },
  ],
  parse,
  samples: [
    '{"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"/var/log/app","logStream":"i-0c3","logEvents":[{"id":"1","timestamp":1773144000123,"message":"disk almost full"}]}',
    '{"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"app","logStream":"web01","logEvents":[{"id":"1","timestamp":1773144000123,"message":"started"},{"id":"2","timestamp":1773144000124,"message":"ready"}]}',
  ],
}
