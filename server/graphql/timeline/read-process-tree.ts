import { UserError } from '#core/errors'
import type { Event } from '#core/event/event'
import { addNamedParent } from '#core/investigate/add-named-parent'
import { buildProcessTree, type ProcessNode, type ProcessSeed } from '#core/investigate/build-process-tree'
import { extendProcessTree } from '#core/investigate/extend-process-tree'
import { isPid } from '#core/investigate/is-pid'
import { auditCall } from '#core/store/queries/audit-call'
import { processSteps } from '#core/store/queries/process-steps'
import type { QueryStats, Store } from '#core/store/store'
import { sumStats } from '#core/store/sum-stats'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { QueryBudget } from '../query-budget.ts'

export interface ProcessTree {
  nodes: ProcessNode[]
  truncated: boolean
  stats: QueryStats
}

interface Bounds {
  up: number
  down: number
  most: number
}

const DAY = 86_400_000_000_000n
const BACK = 7n * DAY
const AHEAD = DAY
/** Starts and ends on the host, before the event and from then on. */
const STEPS = 10_000
/** Of one pid: more than enough to hold its newest start. */
const FEW = 50

/** One statement, one for each ancestor that lies further back than the steps it reads, and one for a record of auditd without a pid. */
export async function readProcessTree(
  { store, budget }: { store: Store; budget: QueryBudget },
  scope: TenantScope,
  event: Event,
  bounds: Bounds,
): Promise<ProcessTree> {
  const call = isBesideCall(event) ? await callOf(event) : undefined
  const seed = seedOf(call?.event ?? event)
  const hostName = event.fields['host.name']
  const place = { site: event.site, hostName: hostName === undefined ? undefined : String(hostName) }
  const host = { ...place, sourceId: event.sourceId }
  const range = { from: event.time - BACK, to: event.time + AHEAD }
  const ask = (wanted: Omit<Parameters<typeof processSteps>[2], 'host' | 'range'>) => {
    budget.spend()
    return processSteps(store, scope, { host, range, ...wanted })
  }

  function callOf(record: Event) {
    budget.spend()
    return auditCall(store, scope, record)
  }

  const near = await ask({ at: event.time, before: STEPS, after: STEPS })
  const before = near.steps.filter(({ time }) => time < event.time)
  const stats = [...(call ? [call.stats] : []), near.stats]
  let tree = buildProcessTree(seed, near.steps, bounds)
  if (before.length >= STEPS) {
    let at = event.time
    for (const { time } of before) if (time < at) at = time
    while (tree.sought) {
      const more = await ask({ at: at + 1n, before: FEW, after: 0, of: tree.sought })
      stats.push(more.stats)
      tree = extendProcessTree(tree, more.steps, bounds.up)
    }
  }
  const isCut = near.steps.length - before.length >= STEPS
  return {
    nodes: addNamedParent(tree.nodes, bounds.up),
    truncated: tree.truncated || isCut,
    stats: sumStats(stats),
  }
}

/** auditd tells of one system call by several records, of which one has the pid. */
function isBesideCall({ fields }: Event): boolean {
  const { 'event.dataset': dataset, 'event.sequence': sequence, 'process.pid': pid } = fields
  return dataset === 'auditd.log' && sequence !== undefined && pid === undefined
}

/** @throws UserError BAD_USER_INPUT for an event that names no process */
function seedOf({ eventId, time, fields }: Event): ProcessSeed {
  const seed = {
    ...{ eventId, time },
    entityId: textOf(fields['process.entity_id']),
    pid: pidOf(fields['process.pid']),
    parentEntityId: textOf(fields['process.parent.entity_id']),
    parentPid: pidOf(fields['process.parent.pid']),
    executable: textOf(fields['process.executable']) ?? textOf(fields['process.name']) ?? '',
    parentExecutable:
      textOf(fields['process.parent.executable']) ?? textOf(fields['process.parent.name']) ?? '',
  }
  if (seed.entityId === undefined && seed.pid === undefined)
    throw new UserError('BAD_USER_INPUT', 'The event names no process: neither its pid nor its id')
  return seed
}

function textOf(value: Event['fields'][string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function pidOf(value: Event['fields'][string] | undefined): number | undefined {
  return isPid(value) ? value : undefined
}
