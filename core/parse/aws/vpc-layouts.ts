const V2 = [
  ...['version', 'account_id', 'interface_id', 'srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol'],
  ...['packets', 'bytes', 'start', 'end', 'action', 'log_status'],
]

const V3 = [
  ...['version', 'vpc_id', 'subnet_id', 'instance_id', 'interface_id', 'account_id', 'type', 'srcaddr'],
  ...['dstaddr', 'srcport', 'dstport', 'pkt_srcaddr', 'pkt_dstaddr', 'protocol', 'bytes', 'packets', 'start'],
  ...['end', 'action', 'tcp_flags', 'log_status'],
]

/** What newer versions add, in the order of AWS's documentation, behind the default columns. */
const ADDED = [
  ...['vpc_id', 'subnet_id', 'instance_id', 'tcp_flags', 'type', 'pkt_srcaddr', 'pkt_dstaddr', 'region'],
  ...['az_id', 'sublocation_type', 'sublocation_id', 'pkt_src_aws_service', 'pkt_dst_aws_service'],
  ...['flow_direction', 'traffic_path', 'ecs_cluster_arn', 'ecs_cluster_name', 'ecs_container_instance_arn'],
  ...['ecs_container_instance_id', 'ecs_container_id', 'ecs_second_container_id', 'ecs_service_name'],
  ...['ecs_task_definition_arn', 'ecs_task_arn', 'ecs_task_id', 'reject_reason'],
]

/** Where a column of VPC flow logs is kept, so that no name is made per line. */
export interface Layout {
  names: readonly string[]
  fields: readonly string[]
}

const layoutOf = (names: readonly string[]): Layout => ({
  names,
  fields: names.map((name) => `aws.vpcflow.${name}`),
})

/** Columns say nothing of themselves: the documentation's version 3, the default with all that came later behind it. */
export const LAYOUTS: readonly Layout[] = [layoutOf(V3), layoutOf([...V2, ...ADDED])]
