import type { Fields, Scalar } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { textOf } from '../cloud/text-of.ts'
import { withoutDot } from '../cloud/without-dot.ts'
import { isIp } from '../text/is-ip.ts'

const MAX_ANSWERS = 100

/** Name, type and code of a query that Route 53 answered. */
export function setQuery(fields: Fields, name: unknown, type: unknown, code: unknown): void {
  const question = textOf(name)
  const kind = textOf(type)
  const answer = textOf(code)
  if (question !== undefined) fields['dns.question.name'] = withoutDot(question)
  if (kind !== undefined) fields['dns.question.type'] = kind
  if (answer === undefined) return
  fields['dns.response_code'] = answer
  fields['event.outcome'] = answer === 'NOERROR' ? 'success' : 'failure'
}

/** `[{Rdata, Type, Class}]` */
export function setAnswers(fields: Fields, answers: unknown): void {
  const list = listOf(answers).slice(0, MAX_ANSWERS).map(objectOf)
  const texts = (key: string): Scalar[] =>
    list.map((answer) => textOf(answer[key])).filter((text) => text !== undefined)
  const data = texts('Rdata').map((value) => withoutDot(String(value)))
  if (data.length > 0) fields['dns.answers.data'] = data
  const types = texts('Type')
  if (types.length > 0) fields['dns.answers.type'] = types
  const classes = texts('Class')
  if (classes.length > 0) fields['dns.answers.class'] = classes
  const ips = data.filter(isIp)
  if (ips.length > 0) fields['dns.resolved_ip'] = ips
}
