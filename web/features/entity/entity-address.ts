import type { EntityName } from '../graph/entity-name.ts'

/** @param base `/t/kestrel` */
export function entityAddress(base: string, { kind, value }: EntityName): string {
  return `${base}/entities/${kind}/${encodeURIComponent(value)}`
}
