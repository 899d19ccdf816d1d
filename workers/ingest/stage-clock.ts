import { Counter, type Registry } from 'prom-client'

export type StageName = 'parse' | 'categorise' | 'enrich' | 'detect' | 'store'

export interface StageClock {
  /** Does synchronous work and books the CPU time of it; of an async function, what it does before it first waits. */
  measure<T>(stage: StageName, work: () => T): T
}

/**
 * CPU time of the whole process, user and system, while a stage holds the main thread: garbage collection counts to
 * whoever was running. What is in `nightjar_process_cpu_seconds_total` and in no stage is queue, network and the rest.
 */
export function createStageClock(registry: Registry): StageClock {
  const seconds = new Counter({
    name: 'nightjar_stage_cpu_seconds_total',
    help: 'CPU time by stage of the ingest pipeline',
    labelNames: ['stage'],
    registers: [registry],
  })
  return {
    measure(stage, work) {
      const before = process.cpuUsage()
      try {
        return work()
      } finally {
        const { user, system } = process.cpuUsage(before)
        seconds.inc({ stage }, (user + system) / 1e6)
      }
    },
  }
}
