import { objectOf } from '../cloud/object-of.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** `arn:aws:iam::1:user/NAME`, `arn:aws:sts::1:assumed-role/ROLE/SESSION`: what stands last. */
const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const model = textOf(json?.modelId)
  if (json === undefined || model === undefined || textOf(json.operation) === undefined) return undefined
  const arn = textOf(objectOf(json.identity).arn)
  const fields = createFields()
  flattenJson(fields, 'aws_bedrock.invocation', json)
  fields['event.module'] = 'aws_bedrock'
  fields['event.dataset'] = 'aws_bedrock.invocation'
  fields['cloud.provider'] = 'aws'
  fields['cloud.service.name'] = 'bedrock'
  fields['gen_ai.request.model.id'] = model
  setText(fields, 'event.action', json.operation)
  setText(fields, 'event.id', json.requestId)
  setText(fields, 'cloud.account.id', json.accountId)
  setText(fields, 'cloud.region', json.region)
  setText(fields, 'error.code', json.errorCode)
  setNumber(fields, 'gen_ai.usage.prompt_tokens', objectOf(json.input).inputTokenCount)
  setNumber(fields, 'gen_ai.usage.completion_tokens', objectOf(json.output).outputTokenCount)
  fields['event.outcome'] = textOf(json.errorCode) === undefined ? 'success' : 'failure'
  if (arn !== undefined) {
    fields['user.id'] = arn
    fields['user.name'] = nameOf(arn)
  }
  return { time: parseAnyTime(json.timestamp, context), fields }
}

export const parser: Parser = {
  name: 'aws-bedrock',
  reads: 'model invocations of Bedrock',
  version: 1,
  clues: [{ json: ['modelId', 'operation', 'identity'] }],
  parse,
  samples: [
    '{"schemaType":"ModelInvocationLog","timestamp":"2026-03-10T12:00:00Z","accountId":"123456789012","identity":{"arn":"arn:aws:iam::123456789012:user/anna"},"region":"eu-west-1","requestId":"r1","operation":"InvokeModel","modelId":"example.model-1","input":{"inputTokenCount":12},"output":{"outputTokenCount":40}}',
    '{"timestamp":"2026-03-10T12:00:00Z","accountId":"123456789012","identity":{"arn":"arn:aws:sts::123456789012:assumed-role/app/web01"},"region":"eu-west-1","operation":"Converse","modelId":"example.model-1","errorCode":"AccessDeniedException"}',
  ],
}
