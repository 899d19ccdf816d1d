import { createCategorise } from '#core/categorise/categorise'
import { createParseLine } from '#core/parse/parse-line'
import { ownCategories, readCategoryFolder } from '../../rules/read-category-folder.ts'
import { SOURCE_FORMATS } from './source-formats.ts'

/** What a case says of its line. */
export interface CaseSource {
  source: string
  product: string
}

/**
 * Our pipeline up to detection, as `score.mjs` calls it.
 * @param hint whether the format of a product's source is set, as a user would, or found out
 */
export async function createParserUnderTest({ hint }: { hint: boolean }) {
  const parseLine = createParseLine()
  const categorise = createCategorise((await readCategoryFolder(ownCategories)).tables)
  return (raw: string, { source, product }: CaseSource): Record<string, unknown> => {
    const format = hint ? formatOf(product) : 'auto'
    const context = { received: Date.now(), zoneMinutes: zoneOf(source) }
    const { fields, time } = parseLine(raw, format, context)
    const severity = fields['event.severity']
    categorise(fields)
    return {
      ...fields,
      'dns.answers': listOf(fields, 'dns.answers'),
      // The product's own, as ECS has it; ours is on the scale of all products.
      'event.severity': severity,
      '@timestamp': time === undefined ? undefined : new Date(Number(time / 1_000_000n)).toISOString(),
    }
  }
}

/** Events hold one list per leaf of a list of objects; the cases hold the objects. */
function listOf(fields: Record<string, unknown>, name: string): object[] | undefined {
  const leaves = Object.entries(fields).filter(([key]) => key.startsWith(`${name}.`))
  const lengths = new Set(leaves.map(([, values]) => (Array.isArray(values) ? values.length : -1)))
  const [length] = lengths
  if (lengths.size !== 1 || length === undefined || length < 1) return undefined
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(leaves.map(([key, values]) => [key.slice(name.length + 1), (values as unknown[])[i]])),
  )
}

function formatOf(product: string): string {
  return SOURCE_FORMATS.find(([products]) => products.test(product))?.[1] ?? 'auto'
}

/** The expectations of filebeat were made with this zone. */
const BEATS_ZONE_MINUTES = -120

function zoneOf(source: string): number {
  return source === 'elastic-beats' ? BEATS_ZONE_MINUTES : 0
}
