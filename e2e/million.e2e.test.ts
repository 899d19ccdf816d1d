import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ConsoleWorld, consoleWorld } from './testkit/console-world.ts'
import { fillWithYear } from './testkit/fill-with-year.ts'
import { findChromium, openChromium } from './testkit/open-chromium.ts'
import { visitConsole } from './testkit/visit-console.ts'

const chromium = findChromium()
const EVENTS = 1_000_000
const DAY = 86_400_000
let world: ConsoleWorld
let browser: Browser

beforeAll(async () => {
  if (!chromium) return
  world = await consoleWorld()
  browser = await openChromium(chromium)
  const now = Date.now()
  await fillWithYear(world.store, world.ours.tenantId, { events: EVENTS, now })
  await fillWithYear(world.store, world.theirs.tenantId, { events: 1_000, now })
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await world?.close()
})

const lanes = (page: Page) => page.getByRole('slider', { name: /^Events in lanes/ })
/** Milliseconds in sight, as the address says. */
function lengthOf(page: Page): number {
  const range = new URL(page.url()).searchParams.get('range') ?? ''
  const [from, to] = range.split('~').map((end) => Date.parse(end))
  return (to ?? Number.NaN) - (from ?? Number.NaN)
}

it('leads over a million events from a year to a second and back, by keyboard alone', async ({ skip }) => {
  if (!chromium) skip('Chromium not found')
  const page = await visitConsole(browser, world, {
    ...{ email: 'analyst@harrier.example', to: '/t/ours/timeline?range=all', colorScheme: 'light' },
  })
  await page.getByText('1\u2009000\u2009000 events', { exact: true }).waitFor({ timeout: 60_000 })
  // From afar stretches, not events: the page stays small.
  expect(await page.locator('main *').count()).toBeLessThan(5_000)

  await lanes(page).focus()
  await page.keyboard.press('End')
  for (let step = 0; step < 40 && !(lengthOf(page) <= 1_000); step++) {
    const before = page.url()
    await page.keyboard.press('+')
    await expect.poll(() => page.url(), { timeout: 20_000 }).not.toBe(before)
  }
  expect(lengthOf(page)).toBe(1_000)
  await page.getByText(/^\d events?$/).waitFor({ timeout: 60_000 })

  for (let step = 0; step < 40 && !(lengthOf(page) > 300 * DAY); step++) {
    const before = page.url()
    await page.keyboard.press('-')
    await expect.poll(() => page.url(), { timeout: 20_000 }).not.toBe(before)
  }
  expect(lengthOf(page)).toBeGreaterThan(300 * DAY)
  // What is under the cursor stays where it is, so part of what is in sight may lie ahead.
  await page.getByText(/^(\d{3}|1\u2009000)\u2009\d{3} events$/).waitFor({ timeout: 60_000 })

  // A handful among them, each shown.
  await page.goto('/t/ours/timeline?range=all&q=host.name:quiet-host')
  await page.getByText('11 events', { exact: true }).waitFor({ timeout: 60_000 })
  await page.getByText(/^each shown/).waitFor()
}, 300_000)
