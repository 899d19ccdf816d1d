import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { renderDemoLogs } from '../cli/demo/render-demo-logs.ts'
import { withConsole } from './testkit/with-console.ts'

/** Left there to be looked at: PAGE-full|empty-light|dark-WIDTH.png. */
const FOLDER = join(import.meta.dirname, 'pictures')
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]

const { visit } = withConsole(async ({ send }) => {
  await mkdir(FOLDER, { recursive: true })
  for (const { tenant, lines } of renderDemoLogs(new Date()))
    if (tenant === 'kestrel') await send('ours', lines)
})

const ACROSS = '/all'
const PAGES = {
  overview: '',
  search: '/search?range=7d',
  analysis: '/search?range=7d&q=%7C%20timechart%20count%20by%20event.outcome',
  patterns: '/search?range=7d&view=patterns',
  timeline: '/timeline?range=7d',
  graph: '/graph?range=7d',
  alerts: '/alerts',
  files: '/files',
  parsers: '/parsers',
  'write a parser': '/parsers/edit',
}

/** First of its kind that the tenant has. */
async function objects(page: Page): Promise<Record<string, string>> {
  const linkOn = async (at: string, link: string): Promise<string> => {
    await page.goto(at)
    const found = page.locator(link).first()
    await found.waitFor({ timeout: 60_000 })
    return (await found.getAttribute('href')) ?? ''
  }
  const alert = await linkOn('/t/ours/alerts', 'a[data-row]')
  const event = await linkOn(alert, 'main a[href*="/events/"]')
  await page.goto(event)
  const search = `/t/ours/search?range=7d&event=${event.split('/').at(-1)?.split('?')[0]}`
  return {
    ...{
      alert,
      event,
      'search with details': search,
      'why a rule': `${search}&tab=why`,
      'raw line': `${search}&tab=raw`,
    },
    ...{ file: await droppedFile(page), ...(await entity(page, event)) },
  }
}

/** A file that was read, with what rules found in it. */
async function droppedFile(page: Page): Promise<string> {
  const lines =
    renderDemoLogs(new Date())
      .find(({ tenant }) => tenant === 'kestrel')
      ?.lines.slice(0, 400) ?? []
  await page.goto('/t/ours/files')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([
    { name: 'case-17.log', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) },
  ])
  await page.getByRole('heading', { name: 'case-17.log', level: 1 }).waitFor()
  await page.locator('dd', { hasText: /^read$/ }).waitFor({ timeout: 60_000 })
  return new URL(page.url()).pathname
}

async function entity(page: Page, event: string): Promise<Record<string, string>> {
  await page.goto(event)
  const host = page.locator('tr', { has: page.getByRole('rowheader', { name: 'host.name', exact: true }) })
  const name = (await host.locator('td').first().textContent())?.trim().split(/\s/)[0] ?? ''
  return {
    entity: `/t/ours/entities/host/${encodeURIComponent(name)}`,
    'graph of a host': `/t/ours/graph?range=7d&entity=host:${encodeURIComponent(name)}`,
  }
}

it('draws every page, full and empty, in both themes, without a part that sticks out', async () => {
  const page = await visit('/t/ours')
  const full = Object.entries({
    ...Object.fromEntries(Object.entries(PAGES).map(([name, path]) => [name, `/t/ours${path}`])),
    ...(await objects(page)),
    ...{ 'all tenants': ACROSS, 'all search': `${ACROSS}/search?range=7d`, 'all alerts': `${ACROSS}/alerts` },
    'all timeline': `${ACROSS}/timeline?range=7d`,
  })
  const empty = Object.entries(PAGES).map(([name, path]) => [name, `/t/theirs${path}`] as const)
  const wide: string[] = []
  for (const [name, address, state] of [
    ...full.map(([name, address]) => [name, address, 'full'] as const),
    ...empty.map(([name, address]) => [name, address, 'empty'] as const),
  ]) {
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await page.goto(address)
      await page.locator('main').waitFor()
      await page.waitForLoadState('networkidle')
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.locator(`[data-theme=${colorScheme}]`).waitFor()
        const picture = `${name.replaceAll(' ', '-')}-${state}-${colorScheme}-${size.width}.png`
        await page.screenshot({ path: join(FOLDER, picture) })
      }
      const sticksOut = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      if (Number(sticksOut) > 0) wide.push(`${name} at ${size.width}: ${sticksOut} pixels`)
    }
  }
  expect(wide).toEqual([])
}, 300_000)
