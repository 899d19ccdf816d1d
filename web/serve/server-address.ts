const KEY = Symbol.for('nightjar.server')

interface Holder {
  [KEY]?: string
}

/**
 * The GraphQL server's address is known when the console starts, not when it is built. `startConsole` and the
 * pages that Next bundles are two copies of this module in one process, so it lives on the global object.
 */
export function setServerAddress(url: string): void {
  ;(globalThis as Holder)[KEY] = url
}

/** @throws Error when the console was started without {@link setServerAddress} */
export function serverAddress(): string {
  const url = (globalThis as Holder)[KEY]
  if (!url) throw new Error('Start the console with startConsole of web/main.ts: it knows the server.')
  return url
}
