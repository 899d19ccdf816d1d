/** A channel between processes, reconnecting by itself. */
export interface SignalLine {
  /** Resolves once sent, and only when this side listens too. @throws UnavailableError */
  send(text: string): Promise<void>
  close(): Promise<void>
}

/** @param hear called with every text sent by any process, this one included */
export type OpenSignalLine = (hear: (text: string) => void) => SignalLine
