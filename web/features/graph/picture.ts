import type { EdgeVerb, EntityKind, GraphAroundQuery, Level } from '../../graphql/generated/graphql.ts'

export type GraphAlertRow = GraphAroundQuery['graph']['alerts'][number]['alert']

interface Shown {
  key: string
  kind: EntityKind
  /** What stands under it. */
  label: string
  isInternal: boolean
}

export interface EntityNode extends Shown {
  is: 'entity'
  value: string
  isSeed: boolean
  risk: number
  detections: number
  level: Level | undefined
  alerts: readonly GraphAlertRow[]
}

/** Many neighbours of one entity as one. */
export interface CollectionNode extends Shown {
  is: 'collection'
  /** Key of whose neighbours they are. */
  of: string
  entities: number
  /** What lists them, where they have not been loaded. */
  question: string | undefined
  /** Those that were folded away. */
  members: readonly EntityNode[]
  level: Level | undefined
}

export type PictureNode = EntityNode | CollectionNode

export interface PictureEdge {
  key: string
  from: string
  to: string
  /** Undefined where it leads to a collection that was not loaded. */
  verb: EdgeVerb | undefined
  count: number
  failures: number
  suspected: number
  firstSeen: string | undefined
  lastSeen: string | undefined
  /** It lies on a path that was asked for last. */
  onPath: boolean
}

export interface Picture {
  nodes: readonly PictureNode[]
  edges: readonly PictureEdge[]
  /** More is there than is shown. */
  truncated: boolean
}
