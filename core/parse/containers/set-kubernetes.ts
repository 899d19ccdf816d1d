import type { Fields } from '../../event/event.ts'
import { flattenJson, isObject, isScalar } from '../json/flatten-json.ts'
import type { JsonObject } from '../parser.ts'

/** What Fluent Bit, Fluentd and Vector call what Elastic's fields have under `kubernetes.*` and `container.*`. */
const NAMES: Readonly<Record<string, string>> = {
  pod_name: 'kubernetes.pod.name',
  pod_id: 'kubernetes.pod.uid',
  pod_uid: 'kubernetes.pod.uid',
  pod_ip: 'kubernetes.pod.ip',
  pod_owner: 'kubernetes.pod.owner',
  namespace_name: 'kubernetes.namespace',
  pod_namespace: 'kubernetes.namespace',
  host: 'kubernetes.node.name',
  pod_node_name: 'kubernetes.node.name',
  container_name: 'kubernetes.container.name',
  container_image: 'container.image.name',
  container_image_id: 'container.image.hash.all',
  container_hash: 'container.image.hash.all',
  docker_id: 'container.id',
  container_id: 'container.id',
}
const GROUPS: Readonly<Record<string, string>> = {
  labels: 'kubernetes.labels',
  pod_labels: 'kubernetes.labels',
  annotations: 'kubernetes.annotations',
  pod_annotations: 'kubernetes.annotations',
  namespace_labels: 'kubernetes.namespace_labels',
}

/** `containerd://4f2a...` */
function setContainerId(fields: Fields, id: string): void {
  const scheme = id.indexOf('://')
  if (scheme > 0) fields['container.runtime'] = id.slice(0, scheme)
  fields['container.id'] = scheme > 0 ? id.slice(scheme + 3) : id
}

/** The metadata that a shipper added under `kubernetes`; what is named as Elastic does stays as it is. */
export function setKubernetes(fields: Fields, metadata: JsonObject): void {
  for (const name in metadata) {
    const value = metadata[name]
    const field = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
    const group = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined
    if (field === 'container.id' && typeof value === 'string') setContainerId(fields, value)
    else if (field !== undefined && isScalar(value) && value !== '') fields[field] = value
    else if (group !== undefined && isObject(value)) flattenJson(fields, group, value)
    else if (!(name.endsWith('_hash') && value === '')) flattenJson(fields, `kubernetes.${name}`, value)
  }
  const container = fields['kubernetes.container.name']
  if (container !== undefined) fields['container.name'] = container
}
