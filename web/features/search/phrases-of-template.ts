const MOST = 3

/** A search that finds about what a pattern stands for: the longest runs of whole words between its `*`. */
export function phrasesOfTemplate(template: string): string {
  const runs = template.split('*').map((run, index, all) => {
    // A word that touches a `*` is a part of one.
    const begun = index > 0 ? run.replace(/^[\p{L}\p{N}]+/u, '') : run
    const whole = index < all.length - 1 ? begun.replace(/[\p{L}\p{N}]+$/u, '') : begun
    return whole.trim().replace(/\s+/g, ' ')
  })
  return runs
    .filter((run) => /[\p{L}\p{N}]/u.test(run))
    .sort((one, other) => other.length - one.length)
    .slice(0, MOST)
    .map((run) => `"${run.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)
    .join(' and ')
}
