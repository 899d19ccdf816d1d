import { z } from 'zod'

/** ECS 8: `event.kind`, `event.category`, `event.type`. */
const KINDS = [
  'alert',
  'asset',
  'enrichment',
  'event',
  'metric',
  'pipeline_error',
  'signal',
  'state',
] as const
const CATEGORIES = [
  ...([
    'api',
    'authentication',
    'configuration',
    'database',
    'driver',
    'email',
    'file',
    'host',
    'iam',
  ] as const),
  ...(['intrusion_detection', 'library', 'malware', 'network', 'package', 'process', 'registry'] as const),
  ...(['session', 'threat', 'vulnerability', 'web'] as const),
] as const
const TYPES = [
  ...([
    'access',
    'admin',
    'allowed',
    'change',
    'connection',
    'creation',
    'deletion',
    'denied',
    'end',
  ] as const),
  ...(['error', 'group', 'indicator', 'info', 'installation', 'protocol', 'start', 'user'] as const),
] as const

export const OUTCOMES = ['success', 'failure', 'unknown'] as const

const oneOrMore = <Word extends z.ZodType<string>>(word: Word) =>
  z.union([word.transform((one) => [one]), z.array(word).nonempty()])

/** What a row says about an event; what the parser said before stands. */
export const verdictSchema = z.strictObject({
  kind: z.enum(KINDS).optional(),
  category: oneOrMore(z.enum(CATEGORIES)).optional(),
  type: oneOrMore(z.enum(TYPES)).optional(),
  action: z.string().min(1).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  /** 0-100; SIGMA's levels are about 10, 30, 50, 70 and 90. Stands above what the parser said on the product's scale. */
  severity: z.int().min(0).max(100).optional(),
  /** Whether the product suspects the event to be malicious; an alert is suspected unless a row says otherwise. */
  suspected: z.boolean().optional(),
})

export type Verdict = z.infer<typeof verdictSchema>

/** One file of rules/categories: the rows of one field, for events that fulfil `when`. */
export interface CategoryTable {
  file: string
  /** Each field must have one of its values; none: the table is for all events and asked last. */
  when: readonly (readonly [field: string, values: readonly string[]])[]
  by: string
  rows: ReadonlyMap<string, Verdict>
  ranges: readonly { from: number; to: number; verdict: Verdict }[]
  /** For events in which no row fits. */
  otherwise: Verdict | undefined
}
