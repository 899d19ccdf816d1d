import type { Detection } from '../event/detection.ts'
import { encodeDetections } from './encode-detections.ts'
import { DEFAULT_RETENTION_DAYS } from './retention.ts'
import type { Store } from './store.ts'

/** Inserts the detections of one payload, with the same promise as `insertEvents`. */
export async function insertDetections(
  store: Store,
  payloadId: string,
  detections: readonly Detection[],
  retentionClass = DEFAULT_RETENTION_DAYS,
): Promise<void> {
  if (detections.length === 0) return
  const { columns, block } = encodeDetections(detections, retentionClass)
  await store.insert({ table: 'detections', columns, token: payloadId, block })
}
