import type { Watched } from './create-watcher.ts'

export interface LoadCost {
  name: string
  /** A list of rows, to which the budget of lists holds. */
  isList: boolean
  /** Scripts that the page itself names, compressed, as they came over the wire into an empty cache. */
  jsKb: number
  /** What those loaded once the page was there. */
  laterKb: number
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
    const cost = { jsKb: 0, laterKb: 0, cls: 0, domNodes: 0 }
    for (let load = 0; load < LOADS; load++) {
      const { page, watcher, close } = await newPage()
      const html = (await (await page.goto(address))?.text()) ?? ''
      await page.locator('main').waitFor()
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(SETTLE_MS)
      lcp.push(await watcher.lcp())
      cost.cls = Math.max(cost.cls, await watcher.cls())
      const scripts = (await page.evaluate(SCRIPTS)) as { path: string; bytes: number }[]
      const kb = (named: boolean) =>
        Math.round(
          scripts.reduce((sum, { path, bytes }) => sum + (html.includes(path) === named ? bytes : 0), 0) /
            1024,
        )
      Object.assign(cost, { jsKb: kb(true), laterKb: kb(false) })
      cost.domNodes = await page.locator('*').count()
      await close()
    }
    lcp.sort((one, other) => one - other)
    costs.push({ name, isList, lcpMs: lcp[LOADS >> 1] ?? 0, ...cost })
  }
  return costs
}

const SCRIPTS = `performance.getEntriesByType('resource')
  .filter(({ name }) => /\\.js(\\?|$)/.test(name))
  .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize }))`
