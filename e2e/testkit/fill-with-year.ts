import { randomUUID } from 'node:crypto'
import { connect, type StoreConnection } from '#core/store/connection'

const HOSTS = 40

/**
 * So many logins, spread evenly over the year before now, made inside of ClickHouse: as if they had all come in today. Of
 * the last one's host only a few: what is sought among a million.
 * @param now milliseconds since the epoch
 */
export async function fillWithYear(
  store: StoreConnection,
  tenantId: string,
  { events, now }: { events: number; now: number },
): Promise<void> {
  const client = connect(store)
  try {
    await client.command({
      query: STATEMENT,
      query_params: {
        tenantId,
        payloadId: randomUUID(),
        sourceId: randomUUID(),
        events,
        now,
        hosts: HOSTS,
      },
    })
  } finally {
    await client.close()
  }
}

const YEAR_MS = 365 * 86_400_000
const STATEMENT = `INSERT INTO events (tenant_id, event_time, event_id, received, retention_class, source_id, payload_id, position, parser, raw,
    event_kind, event_category, event_type, event_action, event_outcome, event_severity, host_name, user_name, source_ip)
  WITH cityHash64(number) AS chance, chance % 7 = 0 AS failed,
    if(number % 99991 = 7, 'quiet-host', concat('host-', leftPad(toString(chance % {hosts:UInt32}), 2, '0'))) AS host,
    concat('user-', toString(intDiv(chance, 64) % 300)) AS user, concat('10.0.', toString(intDiv(chance, 512) % 8), '.', toString(chance % 250)) AS address
  SELECT {tenantId:UUID},
    fromUnixTimestamp64Milli({now:Int64} - ${YEAR_MS} + intDiv(toInt64(number) * ${YEAR_MS}, {events:Int64}), 'UTC'),
    generateUUIDv7(number), fromUnixTimestamp64Milli({now:Int64}, 'UTC'), 365, {sourceId:UUID}, {payloadId:UUID}, number, 'sshd@1',
    concat('<86>', host, ' sshd[811]: ', if(failed, 'Failed', 'Accepted'), ' password for ', user, ' from ', address, ' port 51826 ssh2'),
    'event', ['authentication'], ['start'], 'ssh_login', if(failed, 'failure', 'success'), if(failed, 47, 21), host, user, toIPv6(address)
  FROM numbers({events:UInt64})`
