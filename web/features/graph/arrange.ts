import { arrangeConcentric } from './arrange-concentric.ts'
import { arrangeHierarchy } from './arrange-hierarchy.ts'
import { arrangeOrganic } from './arrange-organic.ts'
import type { LayoutTask, Place } from './layout-task.ts'

/** Where each node goes. Once some have their place, the others settle around them, whatever the layout. */
export function arrange(task: LayoutTask): Place[] {
  const grows = task.nodes.some(({ place }) => place !== undefined)
  if (grows || task.kind === 'organic') return arrangeOrganic(task)
  return task.kind === 'hierarchy' ? arrangeHierarchy(task) : arrangeConcentric(task)
}
