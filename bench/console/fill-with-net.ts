import { randomUUID } from 'node:crypto'
import { connect, type StoreConnection } from '#core/store/connection'

/** So many connections of the last hour between 1,000 addresses, as edges of the graph: 10.9.0.0 and 10.9.0.1 reach half of the others each. */
export async function fillWithNet(store: StoreConnection, tenantId: string, edges: number): Promise<void> {
  const client = connect(store)
  try {
    await client.command({
      query: STATEMENT,
      query_params: {
        ...{ tenantId, edges },
        payloadId: randomUUID(),
        sourceId: randomUUID(),
        now: Date.now(),
      },
    })
  } finally {
    await client.close()
  }
}

/** The first go from the two, the rest a growing number of places on from one that comes round again: no pair twice. */
const STATEMENT = `INSERT INTO events (tenant_id, event_time, event_id, received, retention_class, source_id, payload_id, position, parser, raw,
    event_kind, event_category, event_type, event_action, event_outcome, source_ip, destination_ip, in_graph)
  WITH toInt64(number) - 999 AS place,
    if(place < 0, toInt64(number > 499), 2 + place % 998) AS one,
    if(place < 0, number + 1, 2 + (place + 1 + intDiv(place, 998)) % 998) AS other,
    concat('10.9.', toString(intDiv(one, 250)), '.', toString(one % 250)) AS source,
    concat('10.9.', toString(intDiv(other, 250)), '.', toString(other % 250)) AS destination
  SELECT {tenantId:UUID}, fromUnixTimestamp64Milli({now:Int64} - 3600000 + toInt64(number * 100), 'UTC'), generateUUIDv7(number),
    fromUnixTimestamp64Milli({now:Int64}, 'UTC'), 365, {sourceId:UUID}, {payloadId:UUID}, number, 'zeek@1',
    concat(source, ' to ', destination), 'event', ['network'], ['connection'], 'connection', 'success', toIPv6(source), toIPv6(destination), true
  FROM numbers({edges:UInt64})`
