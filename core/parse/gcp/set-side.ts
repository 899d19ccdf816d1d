import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setText } from '../cloud/set-text.ts'
import type { JsonObject } from '../parser.ts'

/** One end of a flow: its virtual machine and network, if it is one of ours. */
export interface Side {
  instance: JsonObject
  vpc: JsonObject
  gke: JsonObject
}

/** `payload.src_instance`, `payload.src_vpc` or, without prefix, `payload.instance`. */
export function sideOf(payload: JsonObject, prefix: string): Side {
  return {
    instance: objectOf(payload[`${prefix}instance`]),
    vpc: objectOf(payload[`${prefix}vpc`]),
    gke: objectOf(payload[`${prefix}gke_details`]),
  }
}

export function setSide(fields: Fields, side: 'source' | 'destination', { instance, vpc }: Side): void {
  setText(fields, `${side}.domain`, instance.vm_name)
  setText(fields, `gcp.${side}.instance.project_id`, instance.project_id)
  setText(fields, `gcp.${side}.instance.region`, instance.region)
  setText(fields, `gcp.${side}.instance.zone`, instance.zone)
  setText(fields, `gcp.${side}.vpc.project_id`, vpc.project_id)
  setText(fields, `gcp.${side}.vpc.subnetwork_name`, vpc.subnetwork_name)
  setText(fields, `gcp.${side}.vpc.vpc_name`, vpc.vpc_name)
}

/** The machine that wrote the record. */
export function setCloud(fields: Fields, { instance }: Side): void {
  setText(fields, 'cloud.region', instance.region)
  setText(fields, 'cloud.availability_zone', instance.zone)
  setText(fields, 'cloud.instance.name', instance.vm_name)
  setText(fields, 'cloud.project.id', instance.project_id)
}
