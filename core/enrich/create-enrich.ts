import type { Fields } from '../event/event.ts'
import { createDomainEnricher } from './create-domain-enricher.ts'
import { createGeoEnricher, type GeoTable } from './create-geo-enricher.ts'
import { createUserAgentEnricher } from './create-user-agent-enricher.ts'
import { enrichCommunityId } from './enrich-community-id.ts'
import { enrichHash } from './enrich-hash.ts'
import { enrichNetwork } from './enrich-network.ts'
import { enrichRelated } from './enrich-related.ts'
import { enrichUrl } from './enrich-url.ts'
import { ENRICHERS, type Enricher, type EnricherName } from './enricher.ts'

interface EnrichOptions {
  /** Those that are not wanted. */
  off?: readonly EnricherName[]
  geoTables?: readonly GeoTable[]
}

const MAKERS: Readonly<Record<EnricherName, (options: EnrichOptions) => Enricher>> = {
  url: () => enrichUrl,
  domain: createDomainEnricher,
  hash: () => enrichHash,
  network: () => enrichNetwork,
  'community-id': () => enrichCommunityId,
  geo: ({ geoTables = [] }) => createGeoEnricher(geoTables),
  'user-agent': createUserAgentEnricher,
  related: () => enrichRelated,
}

/** All enrichers that are on, in an order in which each finds what those before it added. */
export function createEnrich(options: EnrichOptions = {}): Enricher {
  const on = ENRICHERS.filter((name) => !options.off?.includes(name)).map((name) => MAKERS[name](options))
  return (fields: Fields) => {
    for (const enrich of on) enrich(fields)
  }
}
