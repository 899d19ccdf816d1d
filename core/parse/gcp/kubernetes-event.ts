import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setText } from '../cloud/set-text.ts'
import type { JsonObject } from '../parser.ts'

/** A Kubernetes Event object: what a component did to something in the cluster, and why. */
export function readKubernetesEvent(fields: Fields, { jsonPayload, resource }: JsonObject): void {
  const event = objectOf(jsonPayload)
  const metadata = objectOf(event.metadata)
  const involved = objectOf(event.involvedObject)
  setText(fields, 'event.action', event.reason)
  setText(fields, 'event.reason', event.message)
  setText(fields, 'host.name', objectOf(event.source).host ?? metadata.name)
  setText(fields, 'orchestrator.api_version', involved.apiVersion)
  setText(fields, 'orchestrator.namespace', metadata.namespace)
  setText(fields, 'orchestrator.resource.name', involved.name)
  setText(fields, 'orchestrator.resource.type', objectOf(resource).type)
}
