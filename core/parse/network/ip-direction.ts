import { isIp } from '../text/is-ip.ts'

const V4_LOCAL = /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/
const V6_LOCAL = /^(?:::1$|f[cd]|fe[89ab])/i

const isLocal = (ip: string): boolean => (ip.includes(':') ? V6_LOCAL : V4_LOCAL).test(ip)

/** Which way a session goes by whose addresses are private; undefined when one is none. */
export function ipDirection(source: unknown, destination: unknown): string | undefined {
  if (typeof source !== 'string' || typeof destination !== 'string' || !isIp(source) || !isIp(destination)) {
    return undefined
  }
  if (isLocal(source)) return isLocal(destination) ? 'internal' : 'outbound'
  return isLocal(destination) ? 'inbound' : 'external'
}
