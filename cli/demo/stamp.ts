const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Writes a time into a record: `{bsd}` RFC 3164, `{iso}` RFC 3339, `{clf}` access logs, `{sql}`, `{sqlms}`; all UTC. */
export function stamp(text: string, time: Date): string {
  return text.replace(/\{(bsd|iso|clf|sql|sqlms)\}/g, (_, name: string) => {
    const iso = time.toISOString()
    const month = MONTHS[time.getUTCMonth()] ?? ''
    const day = iso.slice(8, 10)
    const clock = iso.slice(11, 19)
    if (name === 'bsd') return `${month} ${String(time.getUTCDate()).padStart(2)} ${clock}`
    if (name === 'clf') return `${day}/${month}/${iso.slice(0, 4)}:${clock} +0000`
    if (name === 'sql') return `${iso.slice(0, 10)} ${clock}`
    return name === 'sqlms' ? `${iso.slice(0, 10)} ${iso.slice(11, 23)}` : iso
  })
}
