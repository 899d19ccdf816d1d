import { formatNumber } from '../../ui/format-number.ts'
import type { Picture } from './picture.ts'

const counted = (count: number, one: string) => `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`

export function sizeWords({ nodes, edges }: Picture): string {
  return `${counted(nodes.length, 'node')}, ${counted(edges.length, 'edge')}`
}
