import type { Role } from '#core/records/memberships'

/** What the first start makes. */
export interface OrganizationPlan {
  name: string
  tenants: readonly { slug: string; name: string; code: string; hue: number }[]
  people: readonly { email: string; name: string; role: Role; tenants: readonly string[] }[]
  /** Each gets an ingest token; with `syslog` a door of its own too. */
  sources: readonly { tenant: string; source: string; site: string; format: string; syslog: boolean }[]
}

/** `--no-demo`: a place to start from. */
export const EMPTY_ORGANIZATION: OrganizationPlan = {
  name: 'My organization',
  tenants: [{ slug: 'main', name: 'Main', code: 'MA', hue: 2 }],
  people: [{ email: 'admin@nightjar.example', name: 'Admin', role: 'admin', tenants: ['main'] }],
  sources: [{ tenant: 'main', source: 'syslog', site: '', format: 'auto', syslog: true }],
}
