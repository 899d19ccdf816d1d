import { setTimeout as sleep } from 'node:timers/promises'
import { createStore } from '#core/store/create-store'
import { countEvents } from '#core/store/queries/count-events'
import { bareInsertCpu } from './bare-insert.ts'
import { measureDisk } from './measure-disk.ts'
import { measureLatency } from './measure-latency.ts'
import { processTreeCpu } from './process-cpu.ts'
import { readCorpus } from './read-corpus.ts'
import { sendAll } from './send-batches.ts'
import { type Stack, startStack } from './start-stack.ts'

/**
 * The whole pipeline on 100,000 real events over HTTP, beside the bare insert of the same rows into the same ClickHouse.
 * CPU counts every process of the product: server (collect), Postgres and what the worker does outside of its stages
 * (queue), the worker's stages, ClickHouse (store).
 */
const WARM_UP = 5_000
const ALL_TIME = { from: 0n, to: 9_000_000_000_000_000_000n }

interface Cpu {
  collect: number
  queue: number
  parse: number
  detect: number
  store: number
}

async function main(): Promise<void> {
  const lines = await readCorpus()
  if (!lines) return say('skipped: ../shared/logs/bench/mixed-100k.ndjson.gz is not here')
  const stack = await startStack()
  try {
    await sendAll(stack, lines.slice(0, WARM_UP))
    await untilStored(stack, WARM_UP)
    const before = await readCpu(stack)
    const started = performance.now()
    await sendAll(stack, lines)
    const acknowledged = performance.now()
    await untilStored(stack, WARM_UP + lines.length)
    const seconds = (performance.now() - started) / 1000
    const cpu = difference(await readCpu(stack), before)
    const disk = await measureDisk(stack)
    const bare = await bareInsertCpu(stack, lines)
    const perSecond = lines.length / seconds
    const latency = await measureLatency(stack, lines, perSecond / 2)
    const total = Object.values(cpu).reduce((sum, value) => sum + value, 0)
    const perEvent = (value: number): number => round((value / lines.length) * 1e6)
    say(
      `${lines.length} events, acknowledged after ${round((acknowledged - started) / 1000)} s, stored after ${round(seconds)} s`,
    )
    for (const [stage, value] of Object.entries(cpu))
      say(`  ${stage.padEnd(8)}${perEvent(value)} us CPU per event`)
    say(`  all     ${perEvent(total)} us CPU per event; the bare insert ${perEvent(bare)}`)
    say(`  ${round(disk)} bytes on disk per event`)
    const figures = {
      events_per_s: Math.round(perSecond),
      cpu_us_per_event: Object.fromEntries(
        Object.entries(cpu).map(([stage, value]) => [stage, perEvent(value)]),
      ),
      disk_bytes_per_event: Math.round(disk),
      over_bare_insert: Math.round((bare / total) * 1000) / 1000,
      searchable_p95_ms: Math.round(latency.searchable),
      alert_p95_ms: Math.round(latency.alert),
    }
    say(JSON.stringify({ bench: 'pipeline', figures }))
  } finally {
    await stack.stop()
  }
}

async function untilStored(stack: Stack, events: number): Promise<void> {
  const store = createStore(stack.store)
  try {
    while ((await countEvents(store, stack.scope, { range: ALL_TIME })) < events) await sleep(50)
  } finally {
    await store.close()
  }
}

async function readCpu({ pids, workerUrl }: Stack): Promise<Cpu> {
  const stages = await readStages(workerUrl)
  const stage = (...names: string[]): number => names.reduce((sum, name) => sum + (stages.get(name) ?? 0), 0)
  const [parse, detect, encode] = [stage('parse', 'categorise', 'enrich'), stage('detect'), stage('store')]
  const worker = processTreeCpu(pids.worker)
  return {
    collect: processTreeCpu(pids.server),
    queue: processTreeCpu(pids.postgres) + worker - parse - detect - encode,
    parse,
    detect,
    store: processTreeCpu(pids.clickhouse) + encode,
  }
}

/** @returns CPU seconds by stage, as the worker counts them */
async function readStages(workerUrl: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${workerUrl}/metrics`)).text()
  const rows = text.matchAll(/^nightjar_stage_cpu_seconds_total\{stage="(\w+)"\} (\S+)$/gm)
  return new Map([...rows].map(([, stage = '', value]) => [stage, Number(value)]))
}

function difference(after: Cpu, before: Cpu): Cpu {
  const entries = Object.entries(after) as [keyof Cpu, number][]
  return Object.fromEntries(entries.map(([stage, value]) => [stage, value - before[stage]])) as unknown as Cpu
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
