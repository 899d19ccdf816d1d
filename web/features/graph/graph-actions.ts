import type { EntityName } from './entity-name.ts'
import type { GraphStep } from './graph-step.ts'

/** What can be done to the graph: from the picture, the table and the panel alike. */
export interface GraphActions {
  choose(key: string | undefined): void
  add(step: GraphStep): void
  undo(): void
  beginWith(entity: EntityName): void
  openEvent(id: string): void
  /** One end of a path; the other is chosen next. */
  startPath(entity: EntityName | undefined): void
}
