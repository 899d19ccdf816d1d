import type { EntityKind } from '../../graphql/generated/graphql.ts'

/** Corners from -1 to 1, `x y x y ...`: what the canvas and the legend both draw; circles have none. */
export const NODE_SHAPES: Record<EntityKind, string | undefined> = {
  host: '-0.86 -0.86 0.86 -0.86 0.86 0.86 -0.86 0.86',
  user: undefined,
  address: '-0.5 -0.87 0.5 -0.87 1 0 0.5 0.87 -0.5 0.87 -1 0',
  domain: '-1 -0.62 0.45 -0.62 1 0 0.45 0.62 -1 0.62',
  process: '0 -1 1 0 0 1 -1 0',
  file: '-0.72 -0.95 0.3 -0.95 0.72 -0.5 0.72 0.95 -0.72 0.95',
  hash: '-0.4 -0.95 0.4 -0.95 0.95 -0.4 0.95 0.4 0.4 0.95 -0.4 0.95 -0.95 0.4 -0.95 -0.4',
  url: '-1 -0.55 0.6 -0.55 1 0 0.6 0.55 -1 0.55 -0.6 0',
  rule: '-0.85 -0.8 0 -1 0.85 -0.8 0.78 0.2 0 1 -0.78 0.2',
}
