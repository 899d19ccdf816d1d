import { parseAnyTime } from '../time/parse-any-time.ts'

const STAMP = /^(\d\d)\/(\d\d)\/(\d{4}):(\d\d:\d\d:\d\d)(?: |$)/

/** `03/10/2026:12:00:00`, the day first where the device is set so, which only days above 12 tell. */
export function parseNetscalerTime(text: string, zoneMinutes: number): bigint | undefined {
  const [, first = '', second = '', year, clock] = STAMP.exec(text.slice(0, 40)) ?? []
  if (year === undefined) return parseAnyTime(text.replace(/ GMT$/, ''), zoneMinutes)
  const dayFirst = Number(first) > 12
  const [month, day] = dayFirst ? [second, first] : [first, second]
  return parseAnyTime(`${year}-${month}-${day}T${clock}`, zoneMinutes)
}
