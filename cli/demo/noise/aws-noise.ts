import { type Noise, outside } from './noise.ts'

const CALLS = [
  ['AssumeRole', 'sts.amazonaws.com'],
  ['DescribeInstances', 'ec2.amazonaws.com'],
  ['GetObject', 's3.amazonaws.com'],
  ['PutObject', 's3.amazonaws.com'],
  ['ListBuckets', 's3.amazonaws.com'],
  ['DescribeDBInstances', 'rds.amazonaws.com'],
  ['GetSecretValue', 'secretsmanager.amazonaws.com'],
] as const

/** CloudTrail. */
export const awsNoise: Noise = (place, random) => {
  const [eventName, eventSource] = random.pick(CALLS)
  const userName = random.pick(['fleet-deploy', 'fleet-telemetry', 'backup-admin'])
  const line = {
    eventVersion: '1.10',
    userIdentity: { type: 'IAMUser', accountId: '111122223333', userName },
    eventTime: '{iso}',
    eventSource,
    eventName,
    awsRegion: place.hosts[0],
    sourceIPAddress: outside(random),
    userAgent: 'aws-sdk-go-v2/1.30.3',
    eventID: `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-9${random.hex(3)}-${random.hex(12)}`,
    readOnly: !eventName.startsWith('Put'),
    eventType: 'AwsApiCall',
  }
  return [{ after: 0, text: JSON.stringify(line) }]
}
