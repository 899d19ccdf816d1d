import type { EventOriginsQuery } from '../../graphql/generated/graphql.ts'

export type FieldSource = NonNullable<EventOriginsQuery['eventOrigins']>['fields'][number]

const MOST = 3

/** Where a field comes from, in a few words; the last byte of a stretch is told, not the one after it. */
export function originWords({ kind, bytes, parser }: FieldSource): string {
  const by = parser ? ` by ${parser.replace('@', ' ')}` : ''
  switch (kind) {
    case 'line':
      return `from ${bytesWords(bytes)}${by}`
    case 'computed':
      return `worked out from ${bytesWords(bytes)}${by}`
    case 'parser':
      return `set${by} for such lines`
    case 'source':
      return 'as the log source says'
    case 'category':
      return 'from the tables of categories'
    case 'enrichment':
      return 'worked out from other fields'
    case 'pipeline':
      return 'noted by Nightjar'
    case 'unknown':
      return 'today’s parsers do not give this value'
  }
}

/** The same where there is little room. */
export function shortOriginWords({ kind, bytes }: FieldSource): string {
  return kind === 'line' || kind === 'computed' ? bytesWords(bytes.slice(0, 1)) : SHORT[kind]
}

const SHORT = {
  parser: 'parser',
  source: 'log source',
  category: 'category table',
  enrichment: 'other fields',
  pipeline: 'Nightjar',
  unknown: 'changed since',
} as const

function bytesWords(bytes: FieldSource['bytes']): string {
  const told = bytes
    .slice(0, MOST)
    .map(({ start, end }) => (end - start === 1 ? `${start}` : `${start}–${end - 1}`))
  const more = bytes.length > MOST ? ` and ${bytes.length - MOST} more` : ''
  const [first] = bytes
  const one = bytes.length === 1 && first && first.end - first.start === 1
  return `${one ? 'byte' : 'bytes'} ${told.join(', ')}${more}`
}
