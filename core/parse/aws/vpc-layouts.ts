const V2 = [
  ...['version', 'account-id', 'interface-id', 'srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol'],
  ...['packets', 'bytes', 'start', 'end', 'action', 'log-status'],
]

const V3 = [
  ...['version', 'vpc-id', 'subnet-id', 'instance-id', 'interface-id', 'account-id', 'type', 'srcaddr'],
  ...['dstaddr', 'srcport', 'dstport', 'pkt-srcaddr', 'pkt-dstaddr', 'protocol', 'bytes', 'packets', 'start'],
  ...['end', 'action', 'tcp-flags', 'log-status'],
]

/** What newer versions add, in the order of AWS's documentation, behind the default columns. */
const ADDED = [
  ...['vpc-id', 'subnet-id', 'instance-id', 'tcp-flags', 'type', 'pkt-srcaddr', 'pkt-dstaddr', 'region'],
  ...['az-id', 'sublocation-type', 'sublocation-id', 'pkt-src-aws-service', 'pkt-dst-aws-service'],
  ...['flow-direction', 'traffic-path', 'ecs-cluster-arn', 'ecs-cluster-name', 'ecs-container-instance-arn'],
  ...['ecs-container-instance-id', 'ecs-container-id', 'ecs-second-container-id', 'ecs-service-name'],
  ...['ecs-task-definition-arn', 'ecs-task-arn', 'ecs-task-id', 'reject-reason'],
]

/** Columns of VPC flow logs that say nothing of themselves: the default, the documentation's, all in order. */
export const LAYOUTS: readonly (readonly string[])[] = [V3, [...V2, ...ADDED]]
