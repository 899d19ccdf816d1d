import { oddValues } from '../event/odd-values.ts'

/** What the events of a lane of a timeline share. */
export type LaneKind = 'host' | 'user' | 'category' | 'tenant' | 'source'

interface Lane {
  /** As SQL, of an event; it is of one lane: of several values the first counts. Empty where it has none. */
  name: string
  /** Tells lanes apart, UInt64: equal names of two tenants, and equal hosts of two sites, are two. */
  key: string
  /** What its places stand for. */
  params: Readonly<Record<string, string>>
}

/** Each column is hashed by itself: of a column of few words that is once for each word, not for each row. */
function ofField(field: string, column: string, apart: readonly string[]): Lane {
  const odd = `${oddValues(field, '{lane_field:String}').texts}[1]`
  const hash = `if(${column} != '', sipHash64(${column}), sipHash64(${odd}))`
  return {
    name: `if(${column} != '', toString(${column}), ${odd})`,
    key: [hash, ...apart.map((other, place) => `${2 * place + 3} * sipHash64(${other})`)].join(' + '),
    params: { lane_field: field },
  }
}

export const LANES: Readonly<Record<LaneKind, Lane>> = {
  host: ofField('host.name', 'host_name', ['tenant_id', 'site']),
  user: ofField('user.name', 'user_name', ['tenant_id']),
  category: ofField('event.category', 'event_category[1]', []),
  tenant: { name: 'toString(tenant_id)', key: 'sipHash64(tenant_id)', params: {} },
  source: { name: 'toString(source_id)', key: 'sipHash64(source_id) + 3 * sipHash64(tenant_id)', params: {} },
}
