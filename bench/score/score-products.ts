import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { CaseSource } from './create-parser-under-test.ts'
import { productOfSourcetype } from './product-of-sourcetype.ts'

interface ProductCase extends CaseSource {
  raw: string
  expected: { sourcetype: string; host: string | null }
}

type Event = Record<string, unknown>
type ParserUnderTest = (raw: string, source: CaseSource) => Event

export interface ProductsScore {
  cases: number
  right: number
  /** Cases that name a host, and those whose event names the same. */
  hosted: number
  hosts: number
  /** Of lines whose product we got wrong. */
  wrong: { raw: string; sourcetype: string; said: string }[]
}

const said = (event: Event): string =>
  ['observer.vendor', 'observer.product', 'event.module']
    .map((name) => event[name])
    .filter((word) => word !== undefined)
    .join(' ')

/** Sourcetypes of plain Unix, of tests and of what nobody knows: right when no appliance is named. */
const UNNAMED = /^(?:nix:|sc4s:|syslogng:)/
/** Sourcetypes of a format: right when the event names what the header does. */
const FORMATTED = /^(?:cef|LEEF:.*)$/
const HEADER = /(?:CEF|LEEF):[\d.]+\|([^|]+)\|([^|]+)\|/

/** Programs of Unix say theirs. */
const UNIX = /^(?:OpenBSD Project OpenSSH )?(?:system|postfix|auditd|)$/

function isRight(event: Event, { raw, expected }: ProductCase): boolean {
  const { sourcetype } = expected
  const name = said(event)
  if (UNNAMED.test(sourcetype)) return UNIX.test(name)
  if (FORMATTED.test(sourcetype)) {
    const [, vendor = '', product = ''] = HEADER.exec(raw) ?? []
    return vendor !== '' && name.startsWith(`${vendor} ${product}`)
  }
  return productOfSourcetype(sourcetype)?.test(name) ?? false
}

function isFrom(event: Event, host: string): boolean {
  const wanted = host.toLowerCase()
  return ['host.name', 'observer.hostname', 'observer.name', 'observer.ip'].some((name) =>
    [event[name]].flat().some((value) => String(value).toLowerCase() === wanted),
  )
}

/** Lines of Splunk Connect for Syslog: which product wrote them, by their sourcetype, and on which host. */
export function scoreProducts(file: string, parse: ParserUnderTest, products: RegExp): ProductsScore {
  const score: ProductsScore = { cases: 0, right: 0, hosted: 0, hosts: 0, wrong: [] }
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line === '') continue
    const one: ProductCase = JSON.parse(line)
    if (!products.test(one.product)) continue
    const event = parse(one.raw, one)
    const { host, sourcetype } = one.expected
    score.cases++
    if (isRight(event, one)) score.right++
    else score.wrong.push({ raw: one.raw, sourcetype, said: said(event) })
    if (host === null) continue
    score.hosted++
    if (isFrom(event, host)) score.hosts++
  }
  return score
}
