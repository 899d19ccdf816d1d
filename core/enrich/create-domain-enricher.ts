import { parse } from 'tldts'
import type { Fields } from '../event/event.ts'
import { isIp } from '../parse/text/is-ip.ts'
import type { Enricher } from './enricher.ts'
import { remember } from './remember.ts'
import { textOf } from './text-of.ts'

/** Fields that hold a domain name, and what its parts are called after. */
const DOMAINS = [
  ['url.domain', 'url'],
  ['source.domain', 'source'],
  ['destination.domain', 'destination'],
  ['client.domain', 'client'],
  ['server.domain', 'server'],
  ['dns.question.name', 'dns.question'],
] as const

/** RFC 1035 2.3.4, and the final dot. */
const MAX_LENGTH = 254
const REMEMBERED = 20_000

/** `registered_domain`, `top_level_domain` and `subdomain` by Mozilla's Public Suffix List. */
export function createDomainEnricher(): Enricher {
  const partsOf = remember(REMEMBERED, (name) => parse(name, { validateHostname: false }))
  return (fields: Fields) => {
    for (const [field, prefix] of DOMAINS) {
      const name = textOf(fields, field)
      if (name === undefined || name.length > MAX_LENGTH || !name.includes('.') || isIp(name)) continue
      const { domain, publicSuffix, subdomain } = partsOf(name.endsWith('.') ? name.slice(0, -1) : name)
      if (!domain || !publicSuffix) continue
      fields[`${prefix}.registered_domain`] ??= domain
      fields[`${prefix}.top_level_domain`] ??= publicSuffix
      if (subdomain) fields[`${prefix}.subdomain`] ??= subdomain
    }
  }
}
