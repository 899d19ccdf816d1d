/** Postgres text holds neither NUL nor half a surrogate pair; log fields do. */
export function toText(value: string): string {
  return value.replace(/[\0\p{Surrogate}]/gu, '\uFFFD')
}
