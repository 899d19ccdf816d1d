import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { withConsole } from './testkit/with-console.ts'

const HOUR = 3_600_000
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString()
const login = (hours: number, host: string, user: string, how = 'Failed'): string =>
  `<86>1 ${ago(hours)} ${host} sshd 811 - - ${how} password for ${user} from 10.0.0.7 port 51826 ssh2`

/** On web01 too many to show each, on db01 few, one of them an alert. */
const ours = [
  ...Array.from({ length: 560 }, (_, n) => login(1 + n / 30, 'web01', n % 2 === 0 ? 'anna' : 'bob')),
  ...Array.from({ length: 12 }, (_, n) => login(2 + n / 4, 'db01', 'carla')),
  login(2.1, 'db01', 'root', 'Accepted'),
]

const { visit } = withConsole(async ({ send }) => {
  await send('ours', ours)
  await send('theirs', [
    ...Array.from({ length: 30 }, (_, n) => login(1 + n / 10, 'web01', 'theirs-only')),
    login(2, 'secret-host', 'theirs-only'),
    login(2.1, 'db01', 'root', 'Accepted'),
  ])
})

const lanes = (page: Page) => page.getByRole('slider', { name: /^Events in lanes/ })
const told = async (page: Page) => (await lanes(page).getAttribute('aria-valuetext')) ?? ''
const inLanes = async (page: Page) => (await lanes(page).and(page.locator(':focus')).count()) === 1
const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const rows = (page: Page) =>
  page.getByRole('table', { name: /^Events (in sight|of the stretch)/ }).locator('a[data-row]')

/** Milliseconds in sight, as the address says. */
function lengthOf(page: Page): number {
  const [from, to] = (param(page, 'range') ?? '').split('~').map((end) => Date.parse(end))
  return (to ?? Number.NaN) - (from ?? Number.NaN)
}

async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let turn = 0; turn < times; turn++) await page.keyboard.press(key)
}

/** Asks again until the pipeline has brought it all. */
async function untilThere(page: Page, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Run', exact: true }).press('Enter')
        await page.waitForTimeout(500)
        return page.getByText(text, { exact: true }).count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
}

async function tabTo(page: Page): Promise<void> {
  await page.locator('#content').focus()
  for (let turn = 0; turn < 60; turn++) {
    await page.keyboard.press('Tab')
    if (await inLanes(page)) return
  }
  throw new Error('The lanes are not reached by Tab')
}

describe('the timeline', () => {
  it('leads from a year to a second and to an event, by keyboard alone', async () => {
    const page = await visit('/t/ours/timeline')
    await untilThere(page, '573 events')
    await tabTo(page)
    await press(page, 'Home')
    expect(await told(page)).toMatch(/^web01, .* worst /)
    await press(page, 'ArrowDown')
    expect(await told(page)).toMatch(/^db01, /)

    await press(page, '-', 9)
    await expect.poll(() => lengthOf(page)).toBeGreaterThan(365 * 24 * HOUR)
    await page.getByText('573 events', { exact: true }).waitFor()
    await press(page, '0')
    await expect.poll(() => lengthOf(page)).toBeLessThan(20 * 24 * HOUR)
    await page.goBack()
    await expect.poll(() => lengthOf(page)).toBeGreaterThan(365 * 24 * HOUR)

    // Its few events, each shown, and one of them near.
    await page.goto('/t/ours/timeline?q=host.name:db01')
    await page.getByText('13 events', { exact: true }).waitFor()
    await page.getByText(/^each shown/).waitFor()
    await tabTo(page)
    await press(page, 'Home')
    expect(await told(page)).toContain('carla')
    await press(page, '+', 20)
    await expect.poll(() => lengthOf(page)).toBe(1_000)
    await page.getByText('1 event', { exact: true }).waitFor()
    await expect.poll(() => rows(page).count()).toBe(1)
    await press(page, 'Enter')
    const details = page.getByRole('complementary', { name: 'Details of the event' })
    await details.getByRole('rowheader', { name: 'user.name', exact: true }).waitFor()
    await press(page, 'p')
    await page.getByRole('tab', { name: 'Pinned and noted 1' }).waitFor()
    await press(page, 'Escape')
    await expect.poll(() => details.count()).toBe(0)
    await expect.poll(() => inLanes(page)).toBe(true)

    // The pin outlives the stretch.
    await page.goto(page.url().replace(/range=[^&]*/, 'range=24h'))
    await page.getByRole('tab', { name: 'Pinned and noted 1' }).focus()
    await press(page, 'Enter')
    await expect
      .poll(() =>
        page
          .getByRole('table', { name: /^Pinned/ })
          .locator('a[data-row]')
          .count(),
      )
      .toBe(1)
  })

  it('links a stretch with the table below', async () => {
    const page = await visit('/t/ours/timeline?q=host.name:db01')
    await untilThere(page, '13 events')
    await tabTo(page)
    await press(page, 'Home')
    await press(page, 'Shift+ArrowRight', 3)
    await expect.poll(() => param(page, 'brush')).toContain('~')
    await expect.poll(() => rows(page).count()).toBe(4)
    await press(page, 'Enter')
    await expect.poll(() => param(page, 'brush')).toBe(null)
    await page.getByText('4 events', { exact: true }).waitFor()
    await page.goBack()
    await page.getByText('13 events', { exact: true }).waitFor()
  })

  it('marks alerts above their lane, and begins from one', async () => {
    const page = await visit('/t/ours/timeline')
    await expect
      .poll(
        async () => {
          await page.getByRole('button', { name: 'Run', exact: true }).press('Enter')
          await page.waitForTimeout(500)
          return page.getByRole('tab', { name: 'Alerts 1' }).count()
        },
        { timeout: 60_000 },
      )
      .toBe(1)
    await page.getByRole('tab', { name: 'Alerts 1' }).focus()
    await press(page, 'Enter')
    const marks = page.getByRole('table', { name: 'Alerts by time' })
    await marks.getByRole('link', { name: /^Timeline of / }).focus()
    await press(page, 'Enter')
    await page.waitForURL('**/timeline?alert=*')
    await page.getByRole('link', { name: 'Root logs in over SSH with a password' }).first().waitFor()
    // Two hours around it, on db01 alone.
    await expect.poll(() => page.locator('main').textContent()).not.toContain('web01')
    expect(await page.locator('main').textContent()).toContain('db01')
    await page.getByRole('tab', { name: 'Related' }).focus()
    await press(page, 'Enter')
    await page
      .getByRole('table', { name: /^Related events/ })
      .getByText('same host db01')
      .first()
      .waitFor()
    const alert = param(page, 'alert') ?? ''

    // Under another tenant's address there is no such alert, though she may read both.
    await page.goto(`/t/theirs/timeline?alert=${encodeURIComponent(alert)}`)
    await page.getByRole('heading', { name: 'This alert is not here' }).waitFor()
    expect(await lanes(page).count()).toBe(0)
  })

  it('shows nothing of another tenant that holds matching data', async () => {
    const page = await visit('/t/ours/timeline?lanes=user&view=lanes')
    await untilThere(page, '573 events')
    for (const path of [
      '/t/ours/timeline?lanes=user&view=lanes',
      '/t/ours/timeline?lanes=host&view=lanes',
      '/t/ours/timeline?entity=host:web01&lanes=user&view=lanes',
      '/t/ours/timeline?q=sshd&lanes=user&view=lanes',
    ]) {
      await page.goto(path)
      const table = page.getByRole('table', { name: /^Lanes/ })
      await table.getByRole('row').nth(1).waitFor()
      const text = await page.locator('main').textContent()
      expect([path, text?.includes('theirs-only') || text?.includes('secret-host')]).toEqual([path, false])
    }
    await page.goto('/t/ours/timeline?entity=host:secret-host')
    await page.getByRole('heading', { name: 'No event matches' }).waitFor()
    await page.goto('/t/theirs/timeline?entity=host:secret-host')
    await page.getByText('1 event', { exact: true }).waitFor()
  })

  it('has nothing that axe finds, light or dark', async () => {
    const page = await visit('/t/ours/timeline')
    await untilThere(page, '573 events')
    const found: string[] = []
    const look = async (name: string) => {
      const light = await new AxeBuilder({ page }).analyze()
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.locator('[data-theme=dark]').waitFor()
      const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
      await page.emulateMedia({ colorScheme: 'light' })
      for (const { id, nodes } of [...light.violations, ...dark.violations])
        found.push(`${name}: ${id} ${nodes[0]?.html}`)
    }
    await rows(page).first().waitFor()
    await look('buckets')
    for (const view of ['alerts', 'lanes', 'gaps', 'kept']) {
      await page.goto(`/t/ours/timeline?q=host.name:db01&view=${view}`)
      await page.getByText('13 events', { exact: true }).waitFor()
      await look(view)
    }
    await page.goto('/t/ours/timeline?q=host.name:db01')
    await rows(page).first().focus()
    await press(page, 'Enter')
    await page.getByRole('complementary').getByRole('tab').first().waitFor()
    await look('details')
    await page.goto('/t/ours/timeline?q=zzzz')
    await page.getByRole('heading', { name: 'No event matches' }).waitFor()
    await look('empty')
    expect(found).toEqual([])
  })
})
