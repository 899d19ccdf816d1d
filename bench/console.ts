import { createRecords } from '#core/records/create-records'
import { fillWithYear } from '../e2e/testkit/fill-with-year.ts'
import { findChromium, openChromium } from '../e2e/testkit/open-chromium.ts'
import { createWatcher } from './console/create-watcher.ts'
import { fillWithNet } from './console/fill-with-net.ts'
import { keyToDetails } from './console/key-to-details.ts'
import { loadCosts } from './console/load-costs.ts'
import { panGraph } from './console/pan-graph.ts'
import { scrollTable } from './console/scroll-table.ts'
import { zoomTimeline } from './console/zoom-timeline.ts'
import { createViewer } from './search/create-viewer.ts'
import { startStack } from './start-stack.ts'

/**
 * The console in a real browser without a GPU, on the built pages: what a page loads and when it is there, and how long frames take
 * while somebody scrolls, zooms and pans. A tenant with a million events over a year, and one with a graph of 1,000
 * nodes and 5,000 edges.
 */
const EVENTS = 1_000_000
const SIZE = { width: 1280, height: 800 }

async function main(): Promise<void> {
  const chromium = findChromium()
  if (!chromium) return say('skipped: Chromium not found')
  const stack = await startStack()
  const browser = await openChromium(chromium)
  try {
    const consoleUrl = await stack.startConsole()
    const records = createRecords({ url: stack.postgresUrl, maxConnections: 2 })
    const viewer = await createViewer(records, stack.serverUrl, 'console', 2)
    await records.close()
    const [year, net] = viewer.tenants
    if (!year || !net) throw new Error('There are two tenants')
    await fillWithYear(stack.store, year.tenantId, { events: EVENTS, now: Date.now() })
    await fillWithNet(stack.store, net.tenantId, 5_000)
    const newPage = async () => {
      const context = await browser.newContext({ baseURL: consoleUrl, viewport: SIZE })
      await context.addCookies(
        viewer.cookie.split('; ').map((pair) => {
          const [name = '', ...value] = pair.split('=')
          return { name, value: value.join('='), url: consoleUrl }
        }),
      )
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      return { page, watcher: await createWatcher(page), close: () => context.close() }
    }

    const loads = await loadCosts(newPage, { year: year.slug, net: net.slug })
    for (const { name, jsKb, laterKb, lcpMs, cls, domNodes } of loads)
      say(
        `${name.padEnd(10)} ${jsKb} KB of JavaScript and ${laterKb} KB later, LCP ${lcpMs} ms, CLS ${cls}, ${domNodes} elements`,
      )
    const lists = loads.filter(({ isList }) => isList)
    const { scrolledRows, domRows, scroll } = await scrollTable(newPage, year.slug)
    say(`scrolled   ${scrolledRows} rows, ${domRows} of them elements at most, frames ${said(scroll)}`)
    const keys = await keyToDetails(newPage, year.slug)
    say(`key        to details ${said(keys)}; INP ${keys.inp} ms`)
    const timeline = await zoomTimeline(newPage, year.slug)
    say(`timeline   of ${timeline.events}, frames ${said(timeline)}`)
    const graph = await panGraph(newPage, net.slug)
    say(`graph      ${graph.size}, frames ${said(graph)}`)
    const figures = {
      list_js_kb: Math.max(...lists.map(({ jsKb }) => jsKb)),
      lcp_ms: Math.max(...lists.map(({ lcpMs }) => lcpMs)),
      cls: Math.max(...loads.map(({ cls }) => cls)),
      inp_ms: keys.inp,
      dom_rows: domRows,
      ...{ scrolled_rows: scrolledRows, scroll_p95_ms: scroll.p95 },
      ...{ timeline_p95_ms: timeline.p95, graph_pan_p95_ms: graph.p95, key_to_details_ms: keys.p95 },
    }
    say(JSON.stringify({ bench: 'console', figures }))
  } finally {
    await browser.close()
    await stack.stop()
  }
}

const said = ({ p50, p95 }: { p50: number; p95: number }): string => `p50 ${p50} ms, p95 ${p95} ms`

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
