import { setRequest } from '../aws/set-request.ts'
import { setTls } from '../aws/set-tls.ts'
import { splitColumns } from '../aws/split-columns.ts'
import { numberOf } from '../cloud/number-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { parseClfTime } from '../time/parse-clf-time.ts'

const OWNER = /^[\da-f]{64} $/

/** `OWNER BUCKET [TIME] IP REQUESTER ID OPERATION KEY "REQUEST" STATUS ..` */
function parse({ text }: Line): Parsed | undefined {
  if (text.charCodeAt(64) !== 0x20 || !OWNER.test(text.slice(0, 65))) return undefined
  const columns = splitColumns(text)
  const [owner, bucket, stamp, ip, requester, id, operation, key, request, status, error] = columns
  const time = parseClfTime(stamp ?? '')
  if (time === undefined || operation === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.s3access'
  fields['cloud.provider'] = 'aws'
  setText(fields, 'aws.s3access.bucket_owner', owner)
  setText(fields, 'aws.s3access.bucket', bucket)
  setEnd(fields, 'client', ip)
  setEnd(fields, 'source', ip)
  setText(fields, 'client.user.id', requester)
  setText(fields, 'user.id', requester)
  setText(fields, 'event.id', id)
  setText(fields, 'event.action', operation)
  setText(fields, 'aws.s3access.key', key)
  setRequest(fields, request ?? '')
  setNumber(fields, 'http.response.status_code', status)
  setText(fields, 'event.code', error)
  const code = numberOf(status)
  if (code !== undefined) fields['event.outcome'] = code < 400 ? 'success' : 'failure'
  const [sent, size, total, , referrer, agent, version, host, signature, cipher, auth, header, tls] =
    columns.slice(11)
  setNumber(fields, 'http.response.body.bytes', sent)
  setNumber(fields, 'aws.s3access.object_size', size)
  const milliseconds = numberOf(total)
  if (milliseconds !== undefined) fields['event.duration'] = milliseconds * 1e6
  setText(fields, 'http.request.referrer', referrer)
  setText(fields, 'user_agent.original', agent)
  setText(fields, 'aws.s3access.version_id', version)
  setText(fields, 'aws.s3access.host_id', host)
  setText(fields, 'aws.s3access.signature_version', signature)
  setText(fields, 'aws.s3access.authentication_type', auth)
  setText(fields, 'aws.s3access.host_header', header)
  const region = /(?:^|\.)s3[.-]([a-z]{2}(?:-[a-z]{2,9}){1,3}-\d)\.amazonaws\.com/.exec(
    (header ?? '').slice(0, 300),
  )?.[1]
  if (region !== undefined) fields['cloud.region'] = region
  setTls(fields, cipher, tls)
  return { time, fields }
}

export const parser: Parser = {
  name: 'aws-s3-access',
  reads: 'server access logs of S3',
  version: 1,
  clues: [{ first: '0123456789abcdef', run: 64, next: ' ' }],
  rank: 1,
  parse,
  samples: [
    '0b1c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3e4f5061728394a5b6c7d8e9be example-bucket [10/Mar/2026:12:00:00 +0000] 192.0.2.7 arn:aws:iam::123456789012:user/anna 3E57427F3A REST.GET.OBJECT docs/plan.pdf "GET /example-bucket/docs/plan.pdf HTTP/1.1" 200 - 113 113 7 6 "-" "aws-cli/2" - hostid= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader s3.eu-west-1.amazonaws.com TLSv1.2 - -',
    '0b1c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3e4f5061728394a5b6c7d8e9be example-bucket [10/Mar/2026:12:00:01 +0000] 203.0.113.5 - 3E57427F3B REST.PUT.OBJECT a.txt "PUT /example-bucket/a.txt HTTP/1.1" 403 AccessDenied 243 - 5 - "-" "curl/8" - hostid= - - - example-bucket.s3.amazonaws.com -',
  ],
}
