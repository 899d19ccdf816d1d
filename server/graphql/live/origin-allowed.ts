/**
 * May a browser page of this origin use its visitor's cookie on a WebSocket? Browsers send the cookie whoever asks
 * and know no preflight here. Programs send no Origin.
 * @param host the Host header of the request
 */
export function originAllowed(
  origin: string | undefined,
  host: string | undefined,
  consoleUrl: string,
): boolean {
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const asking = new URL(origin)
  return (
    asking.origin === new URL(consoleUrl).origin || (host !== undefined && asking.host === host.toLowerCase())
  )
}
