import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type pg from 'pg'

interface Wire {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
  stream: Writable
}

/**
 * Sends rows for a `COPY ... FROM STDIN`.
 * @returns how many there were
 */
export function copyIn(client: pg.Client, sql: string, rows: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0
    let trouble: unknown
    async function send(wire: Wire): Promise<void> {
      try {
        for await (const chunk of rows) {
          wire.sendCopyFromChunk(chunk)
          if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
        }
        wire.endCopyFrom()
      } catch (error) {
        trouble = error
        wire.sendCopyFail('the rows could not be read')
      }
    }
    const query = {
      submit: (connection: unknown) => (connection as Wire).query(sql),
      handleCopyInResponse: (connection: unknown) => void send(connection as Wire),
      handleCommandComplete({ text }: { text: string }) {
        count = Number(text.split(' ').at(-1))
      },
      handleError(error: Error) {
        trouble ??= error
        // The connection itself is gone: nobody will say that it is ready.
        if (!('severity' in error)) reject(trouble)
      },
      handleReadyForQuery: () => (trouble === undefined ? resolve(count) : reject(trouble)),
    }
    client.query(query)
  })
}
