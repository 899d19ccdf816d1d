import type { Watched } from './create-watcher.ts'

export interface LoadCost {
  name: string
  /** A list of rows, to which the budget of lists holds. */
  isList: boolean
  /** Compressed, as it came over the wire into an empty cache. */
  jsKb: number
  /** Median of so many loads. */
  lcpMs: number
  cls: number
  domNodes: number
}

const LOADS = 3
/** What comes after the page is there counts as well: a chart that is drawn late shifts what is below. */
const SETTLE_MS = 1_500

/** What each page costs somebody who opens it for the first time. */
export async function loadCosts(
  newPage: () => Promise<Watched>,
  { year, net }: { year: string; net: string },
): Promise<LoadCost[]> {
  const pages = [
    ['overview', true, `/t/${year}`],
    ['search', true, `/t/${year}/search?range=7d`],
    ['alerts', true, `/t/${year}/alerts`],
    ['tenants', true, '/all'],
    ['timeline', false, `/t/${year}/timeline?range=7d`],
    ['graph', false, `/t/${net}/graph?entity=address:10.9.0.0&range=24h`],
  ] as const
  const costs: LoadCost[] = []
  for (const [name, isList, address] of pages) {
    const lcp: number[] = []
    const cost = { jsKb: 0, cls: 0, domNodes: 0 }
    for (let load = 0; load < LOADS; load++) {
      const { page, watcher, close } = await newPage()
      await page.goto(address)
      await page.locator('main').waitFor()
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(SETTLE_MS)
      lcp.push(await watcher.lcp())
      cost.cls = Math.max(cost.cls, await watcher.cls())
      cost.jsKb = Math.round(Number(await page.evaluate(SCRIPT_BYTES)) / 1024)
      cost.domNodes = await page.locator('*').count()
      await close()
    }
    lcp.sort((one, other) => one - other)
    costs.push({ name, isList, lcpMs: lcp[LOADS >> 1] ?? 0, ...cost })
  }
  return costs
}

const SCRIPT_BYTES = `performance.getEntriesByType('resource')
  .filter(({ initiatorType, name }) => initiatorType === 'script' || /\\.js(\\?|$)/.test(name))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`
