import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type CityResponse, Reader } from 'mmdb-lib'
import type { GeoTable } from '#core/enrich/create-geo-enricher'

const require = createRequire(import.meta.url)
/** Countries by the registries' own data (CC0), which comes with Nightjar. */
const PACKAGED = require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb')

/**
 * @param paths databases in MaxMind's format, the one that knows best first; the packaged one stands behind them
 * @throws Error naming a file that is not there or none of these
 */
export async function loadGeoTables(paths: readonly string[]): Promise<GeoTable[]> {
  return Promise.all([...paths, PACKAGED].map(loadTable))
}

async function loadTable(path: string): Promise<GeoTable> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new Error(`NIGHTJAR_GEOIP: ${path} cannot be read: ${error.message}`)
  })
  try {
    const reader = new Reader<CityResponse>(bytes)
    return (ip) => reader.get(ip)
  } catch (error) {
    throw new Error(`NIGHTJAR_GEOIP: ${path} is no database in MaxMind's format: ${String(error)}`)
  }
}
