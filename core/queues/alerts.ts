import { z } from 'zod'
import { defineQueue } from './define-queue.ts'

/** Detections of one tenant and payload, stored in ClickHouse, waiting to raise alerts. */
export const alerts = defineQueue('alerts', z.object({ tenantId: z.uuid(), payloadId: z.uuid() }))
