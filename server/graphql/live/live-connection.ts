import type { Session } from '../../identity/session.ts'
import type { Proof } from '../../identity/session-of.ts'
import type { ReadSession } from '../graphql-context.ts'

/** A WebSocket and who speaks through it, as far as was last asked. */
export interface LiveConnection {
  session: Session | undefined
  /** What proves who speaks: asked again when a right may have changed. */
  proof: Proof
  close(code: number, reason: string): void
}

/** Close code of graphql-transport-ws: clients do not come back by themselves. */
const UNAUTHORIZED = 4401

export interface LiveConnections {
  add(connection: LiveConnection): void
  remove(connection: LiveConnection): void
  /** Asks again who speaks; closes where nobody does any more. */
  recheck(which: (session: Session) => boolean): Promise<void>
}

export function createLiveConnections(sessionOf: ReadSession): LiveConnections {
  const connections = new Set<LiveConnection>()

  async function recheckOne(connection: LiveConnection): Promise<void> {
    connection.session = await sessionOf(connection.proof)
    if (!connection.session) connection.close(UNAUTHORIZED, 'Unauthorized')
  }

  return {
    add: (connection) => void connections.add(connection),
    remove: (connection) => void connections.delete(connection),
    async recheck(which) {
      const due = [...connections].filter(({ session }) => session && which(session))
      for (const connection of due) await recheckOne(connection)
    },
  }
}
