import { LOCAL } from './cluster-statements.ts'
import type { connect } from './connection.ts'

/** Whether a server of the cluster lacks the tables: it joined after they were made, and the ledger does not know. */
export async function hasNewServer(
  client: ReturnType<typeof connect>,
  { cluster, database }: { cluster: string; database: string },
): Promise<boolean> {
  const answer = await client.query({
    query: `SELECT (SELECT count() FROM clusterAllReplicas('${cluster}', system.one)) >
      (SELECT count() FROM clusterAllReplicas('${cluster}', system.tables)
       WHERE database = {database:String} AND name = {table:String}) AS new`,
    query_params: { database, table: `events${LOCAL}` },
    format: 'JSONEachRow',
  })
  return (await answer.json<{ new: number }>())[0]?.new === 1
}
