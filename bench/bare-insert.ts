import { createStore } from '#core/store/create-store'
import { insertEvents } from '#core/store/insert-events'
import { migrateStore } from '#core/store/migrate-store'
import { eventsOfLines } from './events-of-lines.ts'
import { processTreeCpu } from './process-cpu.ts'
import type { Stack } from './start-stack.ts'

/** CPU seconds, ours and ClickHouse's, for inserting the same events, ready made, into an empty twin of the table. */
export async function bareInsertCpu(stack: Stack, lines: readonly string[]): Promise<number> {
  const twin = { ...stack.store, database: 'bare' }
  await migrateStore(twin)
  const [tenantId = ''] = stack.scope.tenantIds
  const store = createStore(twin)
  const cpu = (): number =>
    processTreeCpu(stack.pids.clickhouse) + process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6
  let used = 0
  for await (const { payloadId, events } of eventsOfLines(tenantId, lines)) {
    const before = cpu()
    await insertEvents(store, payloadId, events)
    used += cpu() - before
  }
  await store.close()
  return used
}
