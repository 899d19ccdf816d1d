import type { Config } from '#core/config'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Origins a browser may sign in from: console and server, under each name of this machine if on loopback. */
export function trustedOrigins(config: Pick<Config, 'CONSOLE_URL' | 'SERVER_URL'>): string[] {
  return [...new Set([new URL(config.CONSOLE_URL), new URL(config.SERVER_URL)].flatMap(namesOf))]
}

function namesOf(url: URL): string[] {
  if (!LOOPBACK.includes(url.hostname)) return [url.origin]
  return LOOPBACK.map((hostname) => {
    const named = new URL(url)
    named.hostname = hostname
    return named.origin
  })
}
