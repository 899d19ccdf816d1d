import type { StylesheetJson } from 'cytoscape'
import type { EntityKind } from '../../graphql/generated/graphql.ts'
import { LEVELS } from '../../ui/level.ts'
import { type GraphColours, LEVEL_TOKENS } from './graph-colours.ts'
import { NODE_SHAPES } from './node-shapes.ts'

function shapes(): StylesheetJson {
  return Object.entries(NODE_SHAPES).map(([kind, corners]) => ({
    selector: `node.${kind as EntityKind}`,
    style: corners ? { shape: 'polygon', 'shape-polygon-points': corners } : { shape: 'ellipse' },
  })) as StylesheetJson
}

/**
 * Filled is internal, an outline external; the ring is the worst severity.
 * @param font as the page has it
 */
export function graphStyle(colours: GraphColours, font: string): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        ...{ width: 26, height: 26, 'background-color': colours.surface },
        ...{ 'border-width': 2, 'border-color': colours.muted },
        ...{ label: 'data(label)', color: colours.text, 'font-family': font, 'font-size': 11 },
        ...{ 'text-wrap': 'ellipsis', 'text-max-width': '140px', 'min-zoomed-font-size': 7 },
        ...{ 'text-valign': 'bottom', 'text-margin-y': 5 },
        ...{ 'text-outline-color': colours.bg, 'text-outline-width': 2.5, 'text-outline-opacity': 1 },
        ...{ 'overlay-opacity': 0, 'transition-duration': 0 },
      },
    },
    ...shapes(),
    { selector: 'node.internal', style: { 'background-color': colours.muted } },
    { selector: 'node.seed', style: { width: 34, height: 34, 'font-weight': 'bold' } },
    {
      selector: 'node.collection',
      style: { width: 34, height: 34, 'border-width': 5, 'border-style': 'double' },
    },
    ...LEVELS.map((level) => ({
      selector: `node.${level}`,
      style: { 'border-color': colours[LEVEL_TOKENS[level]], 'border-width': 5 },
    })),
    {
      selector: 'edge',
      style: {
        ...{ width: 'data(width)', 'line-color': colours.edge, 'target-arrow-color': colours.edge },
        ...{ 'curve-style': 'haystack', 'haystack-radius': 0, 'overlay-opacity': 0, 'arrow-scale': 0.8 },
      },
    },
    { selector: 'edge.near', style: { 'curve-style': 'bezier', 'control-point-step-size': 26 } },
    { selector: 'edge.near.directed', style: { 'target-arrow-shape': 'triangle' } },
    { selector: 'edge.near.failed', style: { 'line-style': 'dashed', 'line-dash-pattern': [5, 4] } },
    {
      selector: 'edge.suspected',
      style: { 'line-color': colours.high, 'target-arrow-color': colours.high },
    },
    {
      selector: 'edge.path',
      style: { 'line-color': colours.link, 'target-arrow-color': colours.link, 'z-index': 5 },
    },
    { selector: '.faint', style: { opacity: 0.16 } },
    {
      selector: 'node.chosen',
      style: {
        ...{ 'outline-width': 3, 'outline-color': colours.accent, 'outline-offset': 4, 'z-index': 9 },
        ...{ 'min-zoomed-font-size': 0 },
      },
    },
    {
      selector: 'edge.chosen',
      style: { 'line-color': colours.accent, 'target-arrow-color': colours.accent, 'z-index': 9, opacity: 1 },
    },
  ] as StylesheetJson
}
