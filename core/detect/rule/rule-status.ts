/** SIGMA `status`, specification 2.1, from the least to the most trusted. */
export const RULE_STATUSES = ['unsupported', 'deprecated', 'experimental', 'test', 'stable'] as const
