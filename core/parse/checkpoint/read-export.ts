import { monthAt } from '../time/month-number.ts'

/** `"12" "10Mar2026" "12:00:00" "eth1" ...`: the columns of the log as the old viewer and `fw log` hand them on. */
const COLUMNS = [
  ...['', 'day', 'clock', 'ifname', 'origin', '', 'action', 'service', 's_port', 'src', 'dst', 'proto'],
  ...['rule', 'rule_name', 'policy_name', 'user', 'information', 'product'],
]
const START = /^"\d{1,12}" "\d{1,2}[A-Z][a-z]{2}\d{4}" "\d{1,2}:\d\d:\d\d" "/
const DAY = /^(\d{1,2})([A-Z][a-z]{2})(\d{4})$/

export const isExport = (text: string): boolean => START.test(text.slice(0, 60))

/** @returns the same pairs as the exporter writes, with the ones that `information` holds */
export function readExport(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const values = text.slice(1, text.lastIndexOf('"')).split('" "', COLUMNS.length)
  for (const [i, value] of values.entries()) {
    const name = COLUMNS[i] ?? ''
    if (name !== '' && value !== '') found.set(name, [value])
  }
  for (const pair of (found.get('information')?.[0] ?? '').split('; ', 50)) {
    const colon = pair.indexOf(': ')
    if (colon > 0 && !found.has(pair.slice(0, colon)))
      found.set(pair.slice(0, colon), [pair.slice(colon + 2)])
  }
  return found
}

/** `10Mar2026` and `12:00:00` as a time that the general reader knows. */
export function exportTime(data: ReadonlyMap<string, readonly string[]>): string {
  const [, day = '', month = '', year = ''] = DAY.exec(data.get('day')?.[0] ?? '') ?? []
  const number = String(monthAt(month, 0)).padStart(2, '0')
  return `${year}-${number}-${day.padStart(2, '0')} ${data.get('clock')?.[0] ?? ''}`
}
