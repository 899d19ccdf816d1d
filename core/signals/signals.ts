/** What one process tells the others. Small: ids only. A listener may miss signals while disconnected. */
export interface SignalMap {
  alertRaised: { tenantId: string; alertId: string; backfill: boolean }
  rulesChanged: { tenantId: string | null }
  /** Those for all tenants of an organization where it names none. */
  parsersChanged: { tenantId: string | null }
  tokenRevoked: { tokenId: string }
  sourcesChanged: { tenantId: string }
  sessionRevoked: { userId: string }
}

export type SignalName = keyof SignalMap

export interface Signals {
  publish<Name extends SignalName>(name: Name, body: SignalMap[Name]): Promise<void>
  /** @returns a function that stops listening */
  subscribe<Name extends SignalName>(name: Name, listener: (body: SignalMap[Name]) => void): () => void
  close(): Promise<void>
}
