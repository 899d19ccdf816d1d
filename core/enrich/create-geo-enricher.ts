import type { Fields } from '../event/event.ts'
import type { Enricher } from './enricher.ts'
import { ipKind } from './ip-kind.ts'
import { remember } from './remember.ts'
import { textOf } from './text-of.ts'

/** A database of MaxMind's format: what it says of an address, in the shape that its maker chose. */
export type GeoTable = (ip: string) => unknown

const SIDES = ['source', 'destination', 'client', 'server'] as const
const REMEMBERED = 20_000

type Found = readonly (readonly [name: string, value: string | number])[]

/**
 * Country, city, place and network operator of public addresses.
 * @param tables each may know something; the first to say it is right
 */
export function createGeoEnricher(tables: readonly GeoTable[]): Enricher {
  const placeOf = remember(REMEMBERED, (ip): Found => {
    const found = new Map<string, string | number>()
    for (const table of tables)
      for (const [name, value] of partsOf(table(ip))) if (!found.has(name)) found.set(name, value)
    return [...found]
  })
  return (fields: Fields) => {
    for (const side of SIDES) {
      const ip = textOf(fields, `${side}.ip`)
      if (ip === undefined || ipKind(ip) !== 'external') continue
      for (const [name, value] of placeOf(ip)) fields[`${side}.${name}`] ??= value
    }
  }
}

/** Where MaxMind's, DB-IP's and ip-location-db's records keep what ECS calls so. */
const PATHS: readonly (readonly [name: string, paths: readonly (readonly (string | number)[])[]])[] = [
  ['geo.country_iso_code', [['country', 'iso_code'], ['registered_country', 'iso_code'], ['country_code']]],
  ['geo.country_name', [['country', 'names', 'en']]],
  ['geo.continent_code', [['continent', 'code']]],
  ['geo.city_name', [['city', 'names', 'en'], ['city']]],
  ['geo.region_name', [['subdivisions', 0, 'names', 'en'], ['state1']]],
  ['geo.region_iso_code', [['subdivisions', 0, 'iso_code']]],
  ['geo.location.lat', [['location', 'latitude'], ['latitude']]],
  ['geo.location.lon', [['location', 'longitude'], ['longitude']]],
  ['as.number', [['autonomous_system_number']]],
  ['as.organization.name', [['autonomous_system_organization']]],
]

function* partsOf(record: unknown): Generator<readonly [string, string | number]> {
  for (const [name, paths] of PATHS) {
    for (const path of paths) {
      const value = at(record, path)
      if ((typeof value !== 'string' || value === '') && typeof value !== 'number') continue
      yield [name, value]
      break
    }
  }
}

function at(record: unknown, path: readonly (string | number)[]): unknown {
  let value = record
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}
