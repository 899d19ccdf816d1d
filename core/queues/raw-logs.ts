import { z } from 'zod'
import { defineQueue } from './define-queue.ts'

/** Payloads waiting to become events; the job holds a reference, the payload store the bytes. */
export const rawLogs = defineQueue('raw-logs', z.object({ payloadId: z.uuid() }))
