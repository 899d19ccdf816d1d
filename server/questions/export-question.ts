import { z } from 'zod'

export const MOST_ROWS = 1_000_000
const MOST_COLUMNS = 100

/** Times travel as text: JSON has no such numbers. */
const time = z.string().regex(/^-?\d{1,19}$/)

/** What is taken out, as a ticket keeps it. Whether its holder may still see the tenants is asked when it is fetched. */
export const exportQuestionSchema = z.object({
  tenantIds: z.array(z.uuid()).min(1),
  filter: z.object({
    query: z.string(),
    range: z.object({ from: time, to: time }),
    outcome: z.array(z.enum(['success', 'failure', 'unknown'])).optional(),
    category: z.array(z.string()).optional(),
    minSeverity: z.number().optional(),
    ruleIds: z.array(z.string()).optional(),
  }),
  /** Nanoseconds since the epoch: what `now` meant when it was asked. */
  now: time,
  format: z.enum(['ndjson', 'csv']),
  /** None for whole events as NDJSON, and for the usual ones as CSV. */
  columns: z.array(z.string().min(1).max(200)).max(MOST_COLUMNS),
  most: z.number().int().min(1).max(MOST_ROWS),
})

export type ExportQuestion = z.infer<typeof exportQuestionSchema>
