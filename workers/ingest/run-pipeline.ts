import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Detection } from '#core/event/detection'
import type { Event } from '#core/event/event'
import type { Payload } from '#core/queues/payload'
import type { Arrival } from './arrival.ts'
import { attempt } from './attempt.ts'
import { chunksOf } from './chunks-of.ts'
import type { Judged } from './create-detect-step.ts'
import { brokenEventOf } from './event-of.ts'
import { dead, type Outcome, Stopped } from './outcome.ts'
import type { StageClock, StageName } from './stage-clock.ts'

/** What became of the records of a payload. Every record is an event or was dropped. */
export interface Batch {
  events: Event[]
  detections: Detection[]
  /** Counts by reason. */
  dropped: Map<string, number>
  dead: Map<string, number>
}

export type Pipeline = (payload: Payload) => Promise<Batch>

/** The same for records that came before. */
export type Replay = (arrivals: Iterable<Arrival>) => Promise<Batch>

interface Stage<In> {
  /** Adds a step: each sees what the one before it made. */
  pipe<Out>(name: StageName, step: (item: In) => Outcome<Out>): Stage<Out>
  /** The same of a step that is quicker with a column of items at once; it has an outcome for each, and none throws. */
  pipeAll<Out>(name: StageName, step: (items: readonly In[]) => Outcome<Out>[]): Stage<Out>
  run: Run<In>
}

/** Takes a column of items through all steps so far; what stopped stays in its place as `Stopped`. */
type Run<T> = (arrivals: readonly Arrival[]) => Outcome<T>[]

export function startPipeline(clock: StageClock): Stage<Arrival> {
  return stage((arrivals) => [...arrivals], clock)
}

function stage<In>(run: Run<In>, clock: StageClock): Stage<In> {
  return {
    pipe: <Out>(name: StageName, step: (item: In) => Outcome<Out>) =>
      stage((arrivals) => {
        const items = run(arrivals)
        return clock.measure(name, () =>
          items.map((item) => (item instanceof Stopped ? item : attempt(name, () => step(item)))),
        )
      }, clock),
    pipeAll: <Out>(name: StageName, step: (items: readonly In[]) => Outcome<Out>[]) =>
      stage((arrivals) => {
        const items = run(arrivals)
        return clock.measure(name, () => stepAll(step, items))
      }, clock),
    run,
  }
}

/** What stopped stays in its place. */
function stepAll<In, Out>(
  step: (items: readonly In[]) => Outcome<Out>[],
  items: readonly Outcome<In>[],
): Outcome<Out>[] {
  const outcomes = step(items.filter((item): item is In => !(item instanceof Stopped)))
  let next = 0
  return items.map((item) => (item instanceof Stopped ? item : (outcomes[next++] ?? dead('no outcome'))))
}

/** The whole way, some records at a time, so that sockets and locks are served between. */
export function inChunks({ run }: Stage<Judged>): Replay {
  return (arrivals) => runInChunks(run, arrivals)
}

async function runInChunks(run: Run<Judged>, arrivals: Iterable<Arrival>): Promise<Batch> {
  const batch: Batch = { events: [], detections: [], dropped: new Map(), dead: new Map() }
  for (const chunk of chunksOf(arrivals)) {
    for (const [index, outcome] of run(chunk).entries()) collect(batch, chunk[index], outcome)
    await yieldToOthers()
  }
  return batch
}

function collect(batch: Batch, arrival: Arrival | undefined, outcome: Outcome<Judged>): void {
  if (!(outcome instanceof Stopped)) {
    batch.events.push(outcome.event)
    batch.detections.push(...outcome.detections)
    return
  }
  const counts = outcome.kind === 'drop' ? batch.dropped : batch.dead
  counts.set(outcome.reason, (counts.get(outcome.reason) ?? 0) + 1)
  if (outcome.kind === 'dead' && arrival) batch.events.push(brokenEventOf(arrival, outcome.reason))
}
