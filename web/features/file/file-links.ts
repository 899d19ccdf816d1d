import { formatTimeRange } from '../ask/time-range.ts'

interface Findable {
  search: string
  findings: { from?: string | null | undefined; to?: string | null | undefined }
}

/** Where a file's events are looked at, with a range that fits their own times; undefined while none is stored. */
export function fileLink(
  base: string,
  page: string,
  { search, findings }: Findable,
  more = '',
): string | undefined {
  const { from, to } = findings
  if (!from || !to) return undefined
  const range = formatTimeRange({ kind: 'absolute', from: Date.parse(from), to: Date.parse(to) })
  return `${base}/${page}?${new URLSearchParams({ q: more === '' ? search : `${search} and ${more}`, range })}`
}
