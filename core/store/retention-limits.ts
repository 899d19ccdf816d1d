/** For how many days after receipt a tenant wants its rows shown. */
export interface RetentionLimits {
  tenantId: string
  /** Of sources that say nothing of their own; undefined: for as long as they are kept. */
  days: number | undefined
  /** Those that do. */
  sources: readonly { sourceId: string; days: number }[]
}
