import type { Config } from '../config.ts'
import { openPostgresLine } from './open-postgres-line.ts'
import { openRedisLine } from './open-redis-line.ts'
import { readSignal, writeSignal } from './signal-schema.ts'
import type { SignalMap, SignalName, Signals } from './signals.ts'

type Listeners = { [Name in SignalName]: Set<(body: SignalMap[Name]) => void> }

/** Signals over Redis when its address is given, else over Postgres. Publishing waits until this side listens. */
export function createSignals(addresses: Pick<Config, 'POSTGRES_URL' | 'REDIS_URL'>): Signals {
  const listeners: Listeners = {
    alertRaised: new Set(),
    rulesChanged: new Set(),
    parsersChanged: new Set(),
    tokenRevoked: new Set(),
    sourcesChanged: new Set(),
    sessionRevoked: new Set(),
  }
  const open = addresses.REDIS_URL
    ? openRedisLine(addresses.REDIS_URL)
    : openPostgresLine(addresses.POSTGRES_URL)
  const line = open((text) => {
    const signal = readSignal(text)
    if (signal) tell(signal.name, signal.body)
  })

  function tell<Name extends SignalName>(name: Name, body: SignalMap[Name]): void {
    for (const listener of listeners[name]) listener(body)
  }

  return {
    publish: async (name, body) => line.send(writeSignal(name, body)),
    subscribe(name, listener) {
      listeners[name].add(listener)
      return () => void listeners[name].delete(listener)
    },
    close: () => line.close(),
  }
}
