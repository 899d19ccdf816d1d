/** What alerts are put together by; `entity` is whatever they are about. */
export type AlertGrouping = 'rule' | 'entity' | 'host' | 'user' | 'tenant' | 'tactic'

/**
 * Names a group: the rule's id; tenant, site, kind and value of an entity; the tenant's id; or the tactic's. Without
 * parts it is the group of those that have none: no host, no user, no tactic.
 */
export interface GroupKey {
  by: AlertGrouping
  parts: readonly string[] | undefined
}
