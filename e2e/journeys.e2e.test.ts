import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { withConsole } from './testkit/with-console.ts'

const CUSTOMER = 'customer@theirs.example'

const accepted = (host: string, user: string, address: string): string =>
  `<86>1 ${new Date().toISOString()} ${host} sshd 811 - - Accepted password for ${user} from ${address} port 51826 ssh2`

const { visit, world } = withConsole(async ({ send }) => {
  await send('ours', [
    ...['10.0.0.7', '10.0.0.7'].map((address) => accepted('web01', 'anna', address)),
    accepted('db01', 'anna', '10.0.0.8'),
    ...Array.from({ length: 5 }, () => accepted('web02', 'bob', '10.0.0.9')),
    accepted('web02', 'root', '10.0.0.5'),
  ])
  await send('theirs', [accepted('web01', 'anna', '198.51.100.66')])
})

const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const rows = (page: Page) => page.getByRole('grid').locator('[role=row][aria-selected]')

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Asks again until the pipeline has brought it all. */
async function untilThere(page: Page, text: string): Promise<void> {
  const ask = async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).press('Enter')
    await page.waitForTimeout(500)
    return page.getByText(text, { exact: true }).count()
  }
  await expect.poll(ask, { timeout: 60_000 }).toBe(1)
}

/** Focus by name, as a screen reader's list does; then Enter. */
async function follow(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  const exact = typeof name === 'string'
  await page.getByRole(role, { name, exact }).first().focus()
  await press(page, 'Enter')
}

describe('from all events to one, by keyboard alone', () => {
  it('brushes, narrows, goes to the entity, its graph, over a question and a path to an edge, and to its event', async () => {
    const columns = 'host.name,user.name,message'
    const page = await visit(`/t/ours/search?range=1h&cols=${columns}`)
    await untilThere(page, '9 events')

    // The last minutes as time range.
    await page.getByRole('slider', { name: /^Events over time/ }).focus()
    await press(page, 'End', ...Array.from({ length: 30 }, () => 'Shift+ArrowLeft'), 'Enter')
    await expect.poll(() => param(page, 'range')).toContain('~')
    await page.getByText('9 events', { exact: true }).waitFor()

    await page.locator('[data-field="user.name"]').focus()
    await press(page, 'Enter')
    const values = page.getByRole('list', { name: 'Top values of user.name' })
    await values.getByRole('button', { name: 'Filter for anna' }).focus()
    await press(page, 'Enter')
    await page.getByText('3 events', { exact: true }).waitFor()
    await page.goBack()
    await page.getByText('9 events', { exact: true }).waitFor()
    await page.goForward()
    await page.getByText('3 events', { exact: true }).waitFor()

    // The oldest of them is web01's: the host's cell, its menu, its page.
    await page.getByRole('grid').focus()
    await press(page, 'j', 'j', 'j', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+F10')
    await page.getByRole('menu').getByText('host.name').waitFor()
    await page.keyboard.type('The page')
    await press(page, 'Enter')
    await page.waitForURL('**/t/ours/entities/host/web01*')
    await page.getByRole('heading', { name: 'web01', level: 1 }).waitFor()
    await follow(page, 'link', 'Its network graph')
    await page.waitForURL('**/t/ours/graph?*')

    await page.getByRole('application').focus()
    await follow(page, 'button', 'Table')
    const nodes = page.getByRole('table', { name: /^Nodes/ })
    const panel = page.getByRole('complementary', { name: 'What is chosen' })
    await nodes.getByRole('button', { name: 'anna', exact: true }).focus()
    await press(page, 'Enter')
    await panel.getByRole('button', { name: 'Load 2: Where they logged on' }).focus()
    await press(page, 'Enter')
    await nodes.getByRole('button', { name: 'db01', exact: true }).waitFor()
    await follow(page, 'button', 'Path from here')
    await follow(page, 'button', 'db01')
    await follow(page, 'button', 'Path from anna')
    await page.getByText('anna and db01: 1 edge apart, 1 way.').waitFor()

    await follow(page, 'button', 'anna logged on to web01')
    const events = panel.getByRole('listitem').getByRole('button', { name: /Accepted password for anna/ })
    await expect.poll(() => events.count()).toBe(2)
    await events.first().focus()
    await press(page, 'Enter')
    const details = page.getByRole('complementary', { name: 'Details of the event' })
    await details.getByRole('rowheader', { name: 'source.ip' }).waitFor()
    expect(await details.textContent()).toContain('10.0.0.7')
    expect(await page.locator('main').textContent()).not.toContain('198.51.100.66')
  })
})

describe('a customer with the links of another', () => {
  it('finds each of them as little there as one that nobody has', async () => {
    const analyst = await visit('/t/ours/search?range=1h')
    await untilThere(analyst, '9 events')
    const links = await linksOf(analyst)
    for (const part of [
      '/search',
      '/timeline',
      '/graph',
      '/alerts',
      '/alerts/',
      '/events/',
      '/entities/',
      '/parsers',
    ])
      expect(
        [...links].some((link) => link.startsWith(`/t/ours${part}`)),
        part,
      ).toBe(true)

    const customer = await visit('/t/theirs', { email: CUSTOMER })
    const unknown = await customer.goto('/t/nobody/search')
    expect(unknown?.status()).toBe(404)
    const text = await customer.locator('main').textContent()
    for (const link of links) {
      const answer = await customer.goto(link)
      expect([link, answer?.status()]).toEqual([link, 404])
      expect(await customer.locator('main').textContent()).toBe(text)
      // The same address in the customer's own tenant shows nothing of the other's.
      await customer.goto(link.replace('/t/ours', '/t/theirs'))
      await customer.locator('main').waitFor()
      for (const foreign of ['db01', '10.0.0.8', 'bob'].filter((name) => !link.includes(name)))
        expect(await customer.locator('main').getByText(foreign, { exact: true }).count(), link).toBe(0)
    }
  }, 240_000)
})

/** All addresses of the tenant that its pages lead to, each page and object once. */
async function linksOf(page: Page): Promise<Set<string>> {
  const starts = ['', '/search?range=1h', '/alerts', '/timeline?range=1h', '/parsers']
  const seeds = [
    '/graph?entity=host:web01&range=1h&view=table',
    '/entities/host/web01',
    '/entities/address/10.0.0.8',
  ]
  const links = new Set([...starts, ...seeds].map((path) => `/t/ours${path}`))
  for (const start of [...links]) {
    await page.goto(start)
    await page.locator('main').waitFor()
    await page.waitForLoadState('networkidle')
    for (const link of await page.locator('main a[href^="/t/ours"]').all())
      links.add((await link.getAttribute('href')) ?? '')
    // The event that is open has an address of its own.
    const row = rows(page).first()
    if (start.includes('/search') && (await row.count()) > 0) {
      await row.click()
      await page.getByRole('link', { name: 'Open on a page of its own' }).waitFor()
      links.add(
        (await page.getByRole('link', { name: 'Open on a page of its own' }).getAttribute('href')) ?? '',
      )
    }
  }
  // One link of each kind and object: what is asked of it matters little here.
  return new Set(new Map([...links].filter(Boolean).map((link) => [link.split('?')[0], link])).values())
}

describe('the live tail under load', () => {
  it('shows the newest of 5,000 events a second, holds them while paused, and goes on', async () => {
    const page = await visit('/t/ours/search?view=live')
    await page.getByRole('heading', { name: 'Waiting for events' }).waitFor()
    let sent = 0
    const second = async () => {
      const started = Date.now()
      await world().send(
        'ours',
        Array.from({ length: 5_000 }, () => accepted('busy01', `guest${sent++ % 500}`, '10.0.1.1')),
      )
      await page.waitForTimeout(Math.max(0, 1_000 - (Date.now() - started)))
    }
    for (let n = 0; n < 4; n++) await second()
    await expect.poll(() => rows(page).count(), { timeout: 60_000 }).toBeGreaterThan(0)
    await page.getByText(/^more than 200 events\/s/).waitFor({ timeout: 60_000 })
    // However many come, few are drawn.
    expect(await rows(page).count()).toBeLessThan(200)

    await follow(page, 'button', 'Pause')
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Paused' }).count()).toBe(1)
    const newest = await rows(page).first().textContent()
    for (let n = 0; n < 2; n++) await second()
    const more = page.getByRole('button', { name: /new: show$/ })
    await more.waitFor({ timeout: 60_000 })
    expect(await rows(page).first().textContent()).toBe(newest)

    await follow(page, 'button', 'Resume')
    await expect.poll(() => more.count(), { timeout: 60_000 }).toBe(0)
    await world().send('ours', [accepted('after01', 'carol', '10.0.1.2')])
    await expect
      .poll(() => page.getByRole('grid').getByText('carol').count(), { timeout: 60_000 })
      .toBeGreaterThan(0)

    // Nothing that was sent is missing.
    await page.goto('/t/ours/search?range=1h&q=host.name:busy01')
    const counted = sent.toLocaleString('en').replaceAll(',', '\u2009')
    await untilThere(page, `${counted} events`)
  }, 240_000)
})
