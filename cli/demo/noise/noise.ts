import type { Random } from '../create-random.ts'

/** What a generator may name: who and what there is at a tenant's source. */
export interface Place {
  source: string
  domain: string
  windowsDomain: string
  /** First two groups of the private addresses. */
  net: string
  people: readonly [string, ...string[]]
  hosts: readonly [string, ...string[]]
}

/** One record of something that happened, `after` seconds from its start; times stand as `{iso}` and the like. */
export interface Record {
  after: number
  text: string
}

/** Makes up one everyday thing. */
export type Noise = (place: Place, random: Random) => Record[]

/** A made-up private address of the place. */
export function inside({ net }: Place, random: Random): string {
  return `${net}.${random.pick([1, 2, 4, 6])}.${random.int(10, 240)}`
}

/** A made-up public address, out of ranges for documentation (RFC 5737). */
export function outside(random: Random): string {
  return `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.int(80, 250)}`
}
