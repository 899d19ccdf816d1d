import type { Alert } from '#core/records/alerts/alert'
import { detectedAs } from '#core/store/graph/detected-as'
import { detectionKind } from '#core/store/graph/detection-kind'
import type { GraphqlContext } from '../graphql-context.ts'
import type { GraphParent } from './graph-service.ts'

const MOST = 200

/** Alerts about nodes of a graph, each with the key of its node. */
export async function alertsOfNodes(
  { nodes, range }: Pick<GraphParent, 'nodes' | 'range'>,
  { alerts }: GraphqlContext,
): Promise<{ about: string; alert: Alert }[]> {
  const about = nodes.flatMap(({ key, entity }) => {
    const kind = detectionKind(entity.kind)
    return kind === undefined ? [] : [{ key, tenantId: entity.tenantId, kind, value: detectedAs(entity) }]
  })
  const nameOf = (tenantId: string, kind: string, value: string) => `${tenantId} ${kind} ${value}`
  const keys = new Map<string, string[]>()
  for (const { key, tenantId, kind, value } of about) {
    const name = nameOf(tenantId, kind, value)
    keys.set(name, [...(keys.get(name) ?? []), key])
  }
  const found = await alerts.about(about, range, MOST)
  return found.flatMap((alert) =>
    (keys.get(nameOf(alert.tenantId, alert.entity.kind, alert.entity.value)) ?? []).map((key) => ({
      about: key,
      alert,
    })),
  )
}
