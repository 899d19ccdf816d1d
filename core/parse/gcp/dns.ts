import type { Fields, Scalar } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { numberOf } from '../cloud/number-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setText } from '../cloud/set-text.ts'
import { setTransport } from '../cloud/set-transport.ts'
import { textOf } from '../cloud/text-of.ts'
import { withoutDot } from '../cloud/without-dot.ts'
import type { JsonObject } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'

const MAX_ANSWERS = 100

interface Answer {
  name: string
  ttl: number | undefined
  class: string | undefined
  type: string | undefined
  data: string
}

/** Queries that Cloud DNS answered. */
export function readDns(fields: Fields, { jsonPayload, resource }: JsonObject): void {
  const payload = objectOf(jsonPayload)
  const name = textOf(payload.queryName)
  if (name !== undefined) fields['dns.question.name'] = withoutDot(name)
  setText(fields, 'dns.question.type', payload.queryType)
  setText(fields, 'dns.response_code', payload.responseCode)
  const code = textOf(payload.responseCode)
  if (code !== undefined) fields['event.outcome'] = code === 'NOERROR' ? 'success' : 'failure'
  setEnd(fields, 'source', payload.sourceIP)
  setEnd(fields, 'destination', payload.destinationIP)
  setTransport(fields, payload.protocol)
  fields['network.protocol'] = 'dns'
  fields['event.action'] = 'dns-query'
  setText(fields, 'cloud.region', objectOf(objectOf(resource).labels).location)
  setText(fields, 'cloud.instance.id', payload.vmInstanceIdString ?? payload.vmInstanceId)
  setText(fields, 'cloud.availability_zone', payload.vmZoneName)
  const machine = textOf(payload.vmInstanceName)
  // The project's number stands before the machine's name.
  if (machine !== undefined) fields['cloud.instance.name'] = machine.slice(machine.indexOf('.') + 1)
  const structured = listOf(payload.structuredRdata).slice(0, MAX_ANSWERS).map(structuredAnswer)
  setAnswers(fields, structured.length > 0 ? structured : textAnswers(textOf(payload.rdata) ?? ''))
}

function structuredAnswer(value: unknown): Answer {
  const answer = objectOf(value)
  return {
    name: textOf(answer.domainName) ?? '',
    ttl: numberOf(answer.ttl),
    class: textOf(answer.class),
    type: textOf(answer.type),
    data: withoutDot(textOf(answer.rvalue) ?? ''),
  }
}

/** `www.example.org.\t300\tIN\ta\t192.0.2.7`, one a line; a list cut short ends in dots. */
function textAnswers(rdata: string): Answer[] {
  const answers: Answer[] = []
  for (const line of rdata.split('\n', MAX_ANSWERS)) {
    const [name, ttl, kind, type, ...data] = line.split('\t', 8)
    if (name === undefined || type === undefined || data.length === 0) continue
    answers.push({
      name: withoutDot(name),
      ttl: numberOf(ttl),
      class: kind,
      type: type.toUpperCase(),
      data: withoutDot(data.join('\t')),
    })
  }
  return answers
}

function setAnswers(fields: Fields, answers: readonly Answer[]): void {
  if (answers.length === 0) return
  const set = (key: keyof Answer): void => {
    const values = answers.map((answer) => answer[key]).filter((value) => value !== undefined && value !== '')
    if (values.length > 0) fields[`dns.answers.${key}`] = values as Scalar[]
  }
  for (const key of ['name', 'ttl', 'class', 'type', 'data'] as const) set(key)
  const ips = answers.map(({ data }) => data).filter(isIp)
  if (ips.length > 0) fields['dns.resolved_ip'] = ips
}
