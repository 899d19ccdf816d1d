import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { withConsole } from './testkit/with-console.ts'

const accepted = (host: string, user: string, address: string): string =>
  `<86>1 ${new Date().toISOString()} ${host} sshd 811 - - Accepted password for ${user} from ${address} port 51826 ssh2`

const HOSTILE = '<img/src=x/onerror=document.title=1>'

const { visit } = withConsole(async ({ send }) => {
  await send('ours', [
    accepted('web01', 'anna', '10.0.0.7'),
    accepted('web01', 'anna', '10.0.0.7'),
    accepted('db01', 'anna', '10.0.0.8'),
    accepted('db01', 'bob', '203.0.113.9'),
    accepted('web01', HOSTILE, '10.0.0.7'),
    accepted('web02', 'root', '10.0.0.5'),
    ...Array.from({ length: 30 }, (_, n) => accepted('vpn01', `guest${n}`, '10.0.0.9')),
  ])
  // The other tenant has the same host, user and address, and more of its own.
  await send('theirs', [
    accepted('web01', 'anna', '10.0.0.7'),
    accepted('web01', 'theirs-only', '10.0.0.7'),
    accepted('web01', 'anna', '198.51.100.66'),
  ])
})

const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const picture = (page: Page) => page.getByRole('application')
const panel = (page: Page) => page.getByRole('complementary', { name: 'What is chosen' })
const heading = (page: Page) => panel(page).getByRole('heading', { level: 2 })
const nodes = (page: Page) => page.getByRole('table', { name: /^Nodes/ })

/** Loads the page again until the pipeline has brought it. */
async function openUntil(page: Page, path: string, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(path)
        await page.waitForTimeout(1_500)
        return page.getByRole('status').filter({ hasText: text }).count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
}

/** By the keyboard alone: the focus is put on it, Enter does the rest. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .focus()
  await page.keyboard.press('Enter')
}

const WEB01 = '/t/ours/graph?entity=host:web01&range=1h'

describe('the network graph', () => {
  it('leads from a host over a question, a path and an edge to an event, by keyboard alone', async () => {
    const page = await visit('/t/ours/search')
    // web01, its two users and their address; two users from there; and each on the host.
    await openUntil(page, WEB01, '4 nodes, 5 edges')

    await picture(page).focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => heading(page).textContent()).toBe('web01')
    await page.keyboard.press('Enter')
    await expect.poll(() => heading(page).and(page.locator(':focus')).count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => param(page, 'at')).toBeNull()

    // The same in the table, where a name is text whatever is in it.
    await press(page, 'Table')
    await nodes(page).getByRole('button', { name: HOSTILE }).waitFor()
    await press(page, 'anna')
    await panel(page).getByRole('button', { name: 'Load 2: Where they logged on' }).waitFor()
    await press(page, 'Load 2: Where they logged on')
    await nodes(page).getByRole('button', { name: 'db01' }).waitFor()
    await expect.poll(() => param(page, 'steps')).toBe('expand:user:anna:hosts:2')
    await page.getByText('Where they logged on: 2 of 2 of anna.').waitFor()

    await press(page, 'Path from here')
    await press(page, 'db01')
    await press(page, 'Path from anna')
    await page.getByText('anna and db01: 1 edge apart, 1 way.').waitFor()

    await press(page, /^Undo$/)
    await press(page, /^Undo$/)
    await expect.poll(() => nodes(page).getByRole('button', { name: 'db01' }).count()).toBe(0)
    await expect.poll(() => param(page, 'steps')).toBeNull()
    await page.goBack()
    await nodes(page).getByRole('button', { name: 'db01' }).waitFor()

    // Two events, newest first; one of them opens, and Esc leads back to the edge.
    await press(page, 'anna logged on to web01')
    const events = panel(page)
      .getByRole('listitem')
      .getByRole('button', { name: /Accepted password for anna/ })
    await expect.poll(() => events.count()).toBe(2)
    await events.first().focus()
    await page.keyboard.press('Enter')
    const details = page.getByRole('complementary', { name: 'Details of the event' })
    await details.getByRole('rowheader', { name: 'source.ip' }).waitFor()
    const link = page.url()
    await page.keyboard.press('Escape')
    await expect.poll(() => heading(page).textContent()).toBe('anna logged on to web01')

    // A link says all of it.
    await page.goto(link)
    await details.getByRole('rowheader', { name: 'source.ip' }).waitFor()
    await nodes(page).getByRole('button', { name: 'db01' }).waitFor()
  })

  it('collapses leaves, and leaves out what a stretch of time misses', async () => {
    const page = await visit('/t/ours/search')
    await openUntil(page, '/t/ours/graph?entity=host:vpn01&range=1h&view=table', 'nodes')
    // More users than are shown one by one.
    await nodes(page).getByRole('button', { name: '30 users' }).waitFor()
    await press(page, '30 users')
    await press(page, /^Load 30 of 30/)
    await nodes(page).getByRole('button', { name: 'guest29' }).waitFor()
    await page.goto(
      '/t/ours/graph?entity=host:web01&range=1h&view=table&stretch=2020-01-01T00:00:00.000Z~2020-01-02T00:00:00.000Z',
    )
    await page.getByRole('table', { name: 'Edges: 0' }).waitFor()
    await press(page, /^All$/)
    await page.getByRole('table', { name: 'Edges: 5' }).waitFor()
    const from = page.getByRole('slider', { name: 'From' })
    await from.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => param(page, 'stretch')).toContain('~')
  })

  it('shows nothing of a tenant that has the same host, user and address', async () => {
    const page = await visit('/t/ours/search')
    await openUntil(page, `${WEB01.replace('ours', 'theirs')}&view=table`, '5 nodes')
    await nodes(page).getByRole('button', { name: 'theirs-only' }).waitFor()
    await page.goto(`${WEB01}&view=table`)
    await page.getByRole('table', { name: 'Nodes: 4' }).waitFor()
    for (const foreign of ['theirs-only', '198.51.100.66'])
      expect(await page.locator('main').getByText(foreign).count()).toBe(0)
    await press(page, 'anna logged on to web01')
    const said = panel(page)
      .getByRole('listitem')
      .getByRole('button', { name: /Accepted/ })
    await expect.poll(() => said.count()).toBe(2)
    await press(page, 'anna')
    await panel(page).getByRole('button', { name: 'Load 2: Where they logged on' }).waitFor()
    // An entity of theirs in our address.
    await page.goto('/t/ours/graph?entity=user:theirs-only&range=1h')
    await page.getByText('No event of this range ties it to anything.').waitFor()
  })

  it('begins with an alert, in its own tenant alone', async () => {
    const page = await visit('/t/ours/alerts')
    const link = page.locator('a[data-row]').first()
    await link.waitFor({ timeout: 60_000 })
    const id = (await link.getAttribute('href'))?.split('/').at(-1)
    await page.goto(`/t/ours/graph?alert=${id}&view=table`)
    for (const name of ['web02', 'root', '10.0.0.5'])
      await nodes(page).getByRole('button', { name, exact: true }).waitFor()
    await page.goto(`/t/theirs/graph?alert=${id}`)
    await page.getByRole('heading', { name: 'This alert is not here' }).waitFor()
  })

  it('has a page for each entity, of its own tenant alone', async () => {
    const page = await visit('/t/ours/search')
    await openUntil(page, `${WEB01}&at=user:anna`, '4 nodes, 5 edges')
    await panel(page).getByRole('link', { name: 'Its page' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/entities/user/anna?*')
    await page.getByRole('heading', { name: 'anna', level: 1 }).waitFor()
    await page.getByText('first seen').waitFor()
    // web01 and db01; from 10.0.0.7 and 10.0.0.8, not from where the other tenant's anna came.
    await page.getByRole('link', { name: /^Where they logged on 2/ }).waitFor()
    const from = page.getByRole('link', { name: /^From which addresses 2/ })
    expect(await page.locator('main').getByText('198.51.100.66').count()).toBe(0)
    const axe = await new AxeBuilder({ page }).analyze()
    expect(axe.violations.map(({ id }) => id)).toEqual([])
    await from.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/graph?*')
    await page.getByText('From which addresses: 2 of 2 of anna.').waitFor()
    await page.goto('/t/ours/entities/user/theirs-only')
    await page.getByRole('heading', { name: 'Never seen here' }).waitFor()
  })

  it('has nothing that axe finds, light or dark, as picture and as table', async () => {
    const page = await visit('/t/ours/search', { colorScheme: 'light' })
    const found: string[] = []
    const look = async (name: string) => {
      const light = await new AxeBuilder({ page }).analyze()
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.locator('[data-theme=dark]').waitFor()
      const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
      await page.emulateMedia({ colorScheme: 'light' })
      for (const { id, nodes: all } of [...light.violations, ...dark.violations])
        found.push(`${name}: ${id} ${all[0]?.html}`)
    }
    await page.goto(WEB01)
    await picture(page).waitFor()
    await look('picture')
    await page.goto(`${WEB01}&at=user:anna&view=table`)
    await panel(page).getByRole('button', { name: /^Load/ }).first().waitFor()
    await look('table and node')
    await page.goto('/t/ours/graph?entity=host:nobody')
    await page.getByText('Nothing to draw in this range').waitFor()
    await look('empty')
    expect(found).toEqual([])
  })
})
