export function neighboursOf(size: number, links: readonly (readonly [number, number])[]): number[][] {
  const neighbours = Array.from({ length: size }, (): number[] => [])
  for (const [from, to] of links) {
    if (from === to) continue
    neighbours[from]?.push(to)
    neighbours[to]?.push(from)
  }
  return neighbours
}
