import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { CaseSource } from './create-parser-under-test.ts'

interface AttackCase extends CaseSource {
  raw: string
  expected: { match: boolean; host?: string; time?: string }
}

type Event = Record<string, unknown>
type ParserUnderTest = (raw: string, source: CaseSource) => Event

export interface ProductScore {
  cases: number
  right: number
  /** Of lines we got wrong, for whoever works on them. */
  wrong: { raw: string; why: string }[]
}

const DAY_MS = 86_400_000
const QUARTER_MS = 900_000

/** Yearless lines hold the year in which the case was made, and zones are those of its maker: modulo both. */
function sameTime(got: unknown, expected: string | undefined): boolean {
  if (expected === undefined) return true
  const ours = new Date(String(got))
  const theirs = new Date(`${expected}Z`)
  if (Number.isNaN(ours.getTime())) return false
  ours.setUTCFullYear(theirs.getUTCFullYear())
  const apart = Math.abs(ours.getTime() - theirs.getTime())
  return (
    (apart <= DAY_MS || apart >= 364 * DAY_MS) &&
    (apart % QUARTER_MS < 1_000 || apart % QUARTER_MS > QUARTER_MS - 1_000)
  )
}

function isFrom(event: Event, host: string | undefined): boolean {
  if (host === undefined) return true
  const wanted = host.toLowerCase()
  return ['source.ip', 'source.domain', 'source.address'].some(
    (name) => String(event[name]).toLowerCase() === wanted,
  )
}

const isFailure = (event: Event): boolean =>
  event['event.outcome'] === 'failure' || event['event.kind'] === 'alert'

/** @returns what is wrong with our event, undefined when it tells of the attack, or of none, as it should */
function complaint(event: Event, { match, host, time }: AttackCase['expected']): string | undefined {
  if (!match)
    return host !== undefined && isFailure(event) && isFrom(event, host) ? 'is no attack' : undefined
  if (!isFailure(event)) return 'is no failure'
  if (!isFrom(event, host)) return `is not from ${host}`
  return sameTime(event['@timestamp'], time) ? undefined : `is not at ${time}`
}

/** Lines that fail2ban bans a host for, or must not: by product, how many of ours say the same. */
export function scoreAttackHost(file: string, parse: ParserUnderTest): Map<string, ProductScore> {
  const scores = new Map<string, ProductScore>()
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line === '') continue
    const one: AttackCase = JSON.parse(line)
    const score = scores.get(one.product) ?? { cases: 0, right: 0, wrong: [] }
    scores.set(one.product, score)
    const why = complaint(parse(one.raw, one), one.expected)
    score.cases++
    if (why === undefined) score.right++
    else score.wrong.push({ raw: one.raw, why })
  }
  return scores
}
