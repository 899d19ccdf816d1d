/** Postgres text holds neither NUL nor half a surrogate pair; log fields do, and what people type may. */
export function toText(value: string): string {
  return value.toWellFormed().replaceAll('\0', '\uFFFD')
}
