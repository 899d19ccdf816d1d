import type { ProcessNode } from './build-process-tree.ts'

/**
 * The nodes of a tree under the parent of the topmost where no step tells of it, but the child's own start names its program:
 * what ran before its host was watched, or whose start was not logged.
 * @param up ancestors that the whole may have
 */
export function addNamedParent(nodes: ProcessNode[], up: number): ProcessNode[] {
  const [top] = nodes
  if (!top || top.process.parentExecutable === '' || -top.level >= up) return nodes
  const { parentEntityId: entityId, parentPid: pid, parentExecutable: executable, started } = top.process
  const unknown = { parentEntityId: undefined, parentPid: undefined, parentExecutable: '' }
  const process = { entityId, pid, executable, ...unknown, started, ended: undefined, starts: [] }
  return [
    { process, level: top.level - 1, parent: undefined },
    ...nodes.map((node) => ({ ...node, parent: node.parent === undefined ? 0 : node.parent + 1 })),
  ]
}
