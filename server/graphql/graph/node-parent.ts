import type { GraphEntity } from '#core/store/graph/entity'

/** An entity as it is drawn. */
export interface NodeParent {
  key: string
  entity: GraphEntity
  title: string | undefined
  isSeed: boolean
  /** About it, in the range. */
  detections: number
  risk: number
}
