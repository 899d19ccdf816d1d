import { buildProcessTree, type ProcessTree } from './build-process-tree.ts'
import type { ProcessStep } from './process-step.ts'

/**
 * The tree with the ancestors that older steps tell of, those that were sought among them. What a tree of so many
 * processes is made of is not gone through again for each.
 * @param up ancestors that the whole may have
 */
export function extendProcessTree(tree: ProcessTree, older: readonly ProcessStep[], up: number): ProcessTree {
  const [top] = tree.nodes
  if (!top) return tree
  const { process, level } = top
  const { entityId, pid, parentEntityId, parentPid, executable, parentExecutable } = process
  const ids = { entityId, pid, parentEntityId, parentPid }
  const eventId = process.starts[0]?.eventId ?? ''
  const start: ProcessStep = {
    kind: 'start',
    eventId,
    time: process.started,
    executable,
    parentExecutable,
    ...ids,
  }
  const steps = [...older.filter((step) => step.eventId !== eventId), start]
  const bounds = { up: up + level, down: 0, most: up + 1 }
  const above = buildProcessTree(start, steps, bounds)
  const ancestors = above.nodes.filter((node) => node.level < 0)
  const added = ancestors.length
  if (added === 0) return { ...tree, sought: undefined }
  return {
    nodes: [
      ...ancestors.map((node) => ({ ...node, level: node.level + level })),
      ...tree.nodes.map((node) => ({
        ...node,
        parent: node === top ? added - 1 : (node.parent ?? 0) + added,
      })),
    ],
    truncated: tree.truncated || above.truncated,
    sought: above.sought,
  }
}
