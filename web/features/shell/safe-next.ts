/** Where to go after signing in: a path of this console, never another site. */
export function safeNext(text: string | null | undefined): string {
  if (!text?.startsWith('/') || text.startsWith('//') || text.includes('\\')) return '/'
  // A browser drops control characters from an address, so "/\t/host" would become "//host".
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x20) return '/'
  return text.startsWith('/login') ? '/' : text
}
