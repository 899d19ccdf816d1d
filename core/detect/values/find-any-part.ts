/**
 * Whether a text holds any of many needles, in time linear in the text however they overlap: the automaton of Aho and
 * Corasick, its transitions in one hash table, so that memory grows with the needles and not with their alphabet.
 * @param needles none of them empty
 */
export function findAnyPart(needles: readonly string[]): (text: string) => boolean {
  const trie = createTrie(needles)
  const { failures, accepts, next } = trie
  follow(trie)
  const begins = beginningsOf(needles)
  return (text) => {
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      let to = state === 0 ? 0 : next(state, unit)
      while (to === 0 && state !== 0) {
        state = failures[state] ?? 0
        to = state === 0 ? 0 : next(state, unit)
      }
      // Most units begin no needle: a bit says so sooner than the table.
      if (state === 0 && ((begins[unit >>> 5] as number) & (1 << (unit & 31))) !== 0) to = next(0, unit)
      state = to
      if (accepts[state] === 1) return true
    }
    return false
  }
}

/** A bit for each UTF-16 unit that a needle begins with. */
function beginningsOf(needles: readonly string[]): Uint32Array {
  const begins = new Uint32Array(2 ** 11)
  for (const needle of needles) {
    const unit = needle.charCodeAt(0)
    begins[unit >>> 5] = (begins[unit >>> 5] as number) | (1 << (unit & 31))
  }
  return begins
}

interface Trie {
  /** Parent and last unit of each state, in the order they were made: parents come first. */
  parents: Int32Array
  units: Uint16Array
  depths: Int32Array
  failures: Int32Array
  accepts: Uint8Array
  size: number
  /** 0 where there is none. */
  next: (state: number, unit: number) => number
}

function createTrie(needles: readonly string[]): Trie {
  const most = needles.reduce((sum, needle) => sum + needle.length, 1)
  const mask = 2 ** Math.ceil(Math.log2(most * 2)) - 1
  const table = new Int32Array(mask + 1)
  const parents = new Int32Array(most)
  const units = new Uint16Array(most)
  const depths = new Int32Array(most)
  const accepts = new Uint8Array(most)
  let size = 1

  function placeOf(state: number, unit: number): number {
    let place = (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) & mask
    for (let to = table[place] ?? 0; to !== 0; to = table[place] ?? 0) {
      if (parents[to] === state && units[to] === unit) break
      place = (place + 1) & mask
    }
    return place
  }

  for (const needle of needles) {
    let state = 0
    for (let at = 0; at < needle.length; at++) {
      const unit = needle.charCodeAt(at)
      const place = placeOf(state, unit)
      if (table[place] === 0) {
        table[place] = size
        parents[size] = state
        units[size] = unit
        depths[size] = at + 1
        size++
      }
      state = table[place] ?? 0
    }
    accepts[state] = 1
  }
  const next = (state: number, unit: number) => table[placeOf(state, unit)] ?? 0
  return { parents, units, depths, failures: new Int32Array(size), accepts, size, next }
}

/** Links each state to that of its longest proper suffix, shallow states first. */
function follow({ parents, units, depths, failures, accepts, size, next }: Trie): void {
  const byDepth = Int32Array.from({ length: size }, (_, state) => state)
  byDepth.sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0))
  for (const state of byDepth) {
    const parent = parents[state] ?? 0
    if (state === 0 || parent === 0) continue
    const unit = units[state] ?? 0
    let suffix = failures[parent] ?? 0
    let to = next(suffix, unit)
    while (to === 0 && suffix !== 0) {
      suffix = failures[suffix] ?? 0
      to = next(suffix, unit)
    }
    failures[state] = to
    if (accepts[to] === 1) accepts[state] = 1
  }
}
