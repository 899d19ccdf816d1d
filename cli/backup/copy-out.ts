import { Readable } from 'node:stream'
import type pg from 'pg'

interface Wire {
  query(text: string): void
  stream: { pause(): void; resume(): void }
}

/** What Postgres sends for a `COPY ... TO STDOUT`; the socket waits while nobody reads. */
export function copyOut(client: pg.Client, sql: string): Readable {
  let wire: Wire | undefined
  const rows = new Readable({ read: () => wire?.stream.resume() })
  const query = {
    submit(connection: unknown) {
      wire = connection as Wire
      wire.query(sql)
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      if (!rows.push(chunk)) wire?.stream.pause()
    },
    handleCommandComplete() {},
    handleError(error: Error) {
      wire?.stream.resume()
      rows.destroy(error)
    },
    handleReadyForQuery() {
      rows.push(null)
    },
  }
  client.query(query)
  return rows
}
