import type { Membership } from '#core/records/memberships'
import type { Person } from '#core/records/people'

/** Who is asking, and what she may: proved by a cookie or an API token. */
export interface Session {
  /** Undefined for an API token. */
  userId: string | undefined
  person: Person | undefined
  /** Undefined for a person. */
  apiToken: { tokenId: string; name: string } | undefined
  /** Name of the MSSP; empty for somebody who belongs nowhere. */
  organization: string
  /** By name of the tenant. */
  memberships: readonly Membership[]
}
