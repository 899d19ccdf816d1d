/**
 * Nothing from elsewhere, no inline script or style without the page's nonce.
 * @param nonce fresh for each page
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // The graph is laid out in a worker. Without this the scripts' 'strict-dynamic' would decide.
    "worker-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    // 'self' covers ws: and wss: of the same origin in the browsers Next supports.
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
