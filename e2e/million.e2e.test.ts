import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { fillWithYear } from './testkit/fill-with-year.ts'
import { withConsole } from './testkit/with-console.ts'

const EVENTS = 1_000_000
const DAY = 86_400_000

const { visit } = withConsole(async (world) => {
  const now = Date.now()
  await fillWithYear(world.store, world.ours.tenantId, { events: EVENTS, now })
  await fillWithYear(world.store, world.theirs.tenantId, { events: 1_000, now })
})

const lanes = (page: Page) => page.getByRole('slider', { name: /^Events in lanes/ })
/** Milliseconds in sight, as the address says. */
function lengthOf(page: Page): number {
  const range = new URL(page.url()).searchParams.get('range') ?? ''
  const [from, to] = range.split('~').map((end) => Date.parse(end))
  return (to ?? Number.NaN) - (from ?? Number.NaN)
}

it('leads over a million events from a year to a second and back, by keyboard alone', async () => {
  const page = await visit('/t/ours/timeline?range=all')
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

it('keeps only the rows in sight, in order for who listens, and opens them without asking again', async () => {
  const page = await visit('/t/ours/search?range=all', { colorScheme: 'dark' })
  const asked: string[] = []
  page.on('request', (request) => {
    const { operationName } = (request.postDataJSON() ?? {}) as { operationName?: string }
    if (operationName) asked.push(operationName)
  })
  const grid = page.getByRole('grid', { name: 'Events, newest first' })
  await grid.locator('[data-index]').first().waitFor({ timeout: 60_000 })
  await grid.focus()
  for (let turn = 0; turn < 6; turn++) await page.keyboard.press('PageDown')
  await page.keyboard.press('PageUp')

  const rows = (await page.evaluate(ROWS)) as { owned: number[]; drawn: number[] }
  expect(rows.drawn.length).toBeLessThan(60)
  expect(rows.owned).toEqual(rows.drawn.toSorted((one, other) => one - other))
  const first = rows.owned[0] ?? 0
  expect(first).toBeGreaterThan(10)
  expect(rows.owned).toEqual(rows.owned.map((_, place) => first + place))

  const marked = Number(
    await page
      .locator(`[id="${await grid.getAttribute('aria-activedescendant')}"]`)
      .getAttribute('data-index'),
  )
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details of the event' })
  await details.getByRole('rowheader', { name: 'event.kind' }).waitFor()
  await page.keyboard.press('j')
  await expect
    .poll(() => grid.locator(`[data-index="${marked + 1}"]`).getAttribute('aria-selected'))
    .toBe('true')
  await details
    .getByRole('button', { name: /^More for this/ })
    .first()
    .waitFor()
  expect(asked).not.toContain('EventDetails')

  // Down to what was the last row in sight and beyond: the one that is open stays in sight.
  for (let step = 0; step < 30; step++) await page.keyboard.press('j')
  const opened = await grid.locator('[aria-selected="true"]').boundingBox()
  const sight = await grid.boundingBox()
  expect(opened && sight && opened.y + opened.height <= sight.y + sight.height).toBe(true)
  for (let step = 0; step < 40; step++) await page.keyboard.press('k')
  const above = await grid.locator('[aria-selected="true"]').boundingBox()
  const head = await grid.getByRole('columnheader').first().boundingBox()
  expect(above && head && above.y >= head.y + head.height - 1).toBe(true)
  await page.context().close()
}, 120_000)

/** Which rows there are: as a reader's ears get them, and as they stand in the document. */
const ROWS = `(() => {
  const body = document.querySelector('[role=rowgroup][aria-owns]')
  const indexOf = (row) => Number(row.dataset.index)
  return {
    owned: body.getAttribute('aria-owns').split(' ').map((id) => indexOf(document.getElementById(id))),
    drawn: [...body.querySelectorAll('[data-index]')].map(indexOf),
  }
})()`
