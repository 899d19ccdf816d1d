/** Cisco's words for severities 0-7. */
export const CISCO_LEVELS = [
  'emergency',
  'alert',
  'critical',
  'error',
  'warning',
  'notification',
  'informational',
  'debug',
] as const
