import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { fieldsOf } from '#core/search/field-aliases'
import type { EventParts } from '#core/store/read-event'

/** Fields of `Event` that come from ECS fields. */
const FROM_FIELD: Readonly<Record<string, string>> = {
  kind: 'event.kind',
  category: 'event.category',
  type: 'event.type',
  action: 'event.action',
  outcome: 'event.outcome',
  severity: 'event.severity',
}
const ALWAYS_READ = new Set(['__typename', 'id', 'tenant', 'time', 'received', 'parser', 'source', 'site'])

export interface WantedParts extends EventParts {
  /** What rules found, which is stored apart. */
  detections: boolean
}

/** Which parts of its events a connection is asked for. */
export function wantedParts(info: GraphQLResolveInfo): WantedParts {
  const parts = { raw: false, message: false, detections: false, names: new Set<string>(), all: false }
  for (const connection of info.fieldNodes)
    for (const edge of named('edges', connection.selectionSet, info))
      for (const node of named('node', edge.selectionSet, info))
        for (const field of selectedIn(node.selectionSet, info)) add(field)

  function add(field: FieldNode): void {
    const name = field.name.value
    const ecs = Object.hasOwn(FROM_FIELD, name) ? FROM_FIELD[name] : undefined
    if (ecs !== undefined) parts.names.add(ecs)
    else if (name === 'raw') parts.raw = true
    else if (name === 'message') parts.message = true
    else if (name === 'detections') parts.detections = true
    else if (name === 'fields') addNames(field)
    else if (!ALWAYS_READ.has(name)) parts.all = true
  }

  function addNames(field: FieldNode): void {
    const event = info.schema.getType('Event')
    const definition = isObjectType(event) ? event.getFields().fields : undefined
    const { names } = definition ? getArgumentValues(definition, field, info.variableValues) : {}
    if (Array.isArray(names))
      for (const field of names.flatMap((name) => fieldsOf(String(name)))) parts.names.add(field)
    else parts.all = true
  }

  const { raw, message, detections } = parts
  return { raw, message, detections, fields: parts.all ? 'all' : parts.names }
}

function named(name: string, set: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return selectedIn(set, info).filter((field) => field.name.value === name)
}

/** Of fragments too. They cannot lie within themselves: the document was validated. */
function selectedIn(set: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (isLeftOut(selection, info)) return []
    if (selection.kind === 'Field') return selection
    const inner = selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value]
    return selectedIn(inner?.selectionSet, info)
  })
}

function isLeftOut(selection: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.if === false
  )
}
