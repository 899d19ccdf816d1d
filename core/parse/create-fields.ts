import type { Fields } from '../event/event.ts'

/** Without prototype: `__proto__` and `constructor` of a log line are keys like any other. */
export function createFields(): Fields {
  return Object.create(null)
}
