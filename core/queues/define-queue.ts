import type { z } from 'zod'

/** A queue, declared once: validated when a job is added and again when it runs. */
export interface QueueDefinition<Job> {
  name: string
  schema: z.ZodType<Job>
}

export function defineQueue<Job>(name: string, schema: z.ZodType<Job>): QueueDefinition<Job> {
  return { name, schema }
}
