const OUTSIDE = new Set(['WAN', 'UNTRUST', 'EXTERNAL', 'OUTSIDE', 'INTERNET'])

/** Which way a session goes, from the kinds of zones at both ends; undefined when one is not said. */
export function zoneDirection(from: string | undefined, to: string | undefined): string | undefined {
  if (!from || !to) return undefined
  const outer = OUTSIDE.has(from.toUpperCase())
  const destinationOuter = OUTSIDE.has(to.toUpperCase())
  if (outer) return destinationOuter ? 'external' : 'inbound'
  return destinationOuter ? 'outbound' : 'internal'
}
