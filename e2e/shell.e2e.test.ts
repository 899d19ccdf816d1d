import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { withConsole } from './testkit/with-console.ts'

const CUSTOMER = 'customer@theirs.example'
const HOSTILE = '<img/src=x/onerror=alert(1)>'

const line = (host: string, text: string): string =>
  `<86>1 ${new Date().toISOString()} ${host} sshd 811 - - ${text}`
const failed = (host: string, user: string, n: number): string =>
  line(host, `Failed password for ${user} from 10.0.0.${n} port 51826 ssh2`)
const rootByPassword = (host: string): string =>
  line(host, 'Accepted password for root from 10.0.0.7 port 51826 ssh2')

const { visit, world } = withConsole(async ({ send }) => {
  await send('ours', [
    ...Array.from({ length: 30 }, (_, n) => failed('web01', n % 3 === 0 ? 'anna' : HOSTILE, n)),
    rootByPassword('web01'),
  ])
  await send('theirs', [failed('secret-host', 'theirs-only', 1), rootByPassword('secret-host')])
})

const events = (page: Page) => page.getByRole('region', { name: 'Events over time' })
/** Waits for the pipeline: the overview renews itself. */
const seen = (page: Page, count: number) =>
  events(page)
    .getByRole('link', { name: `${count} events`, exact: true })
    .waitFor({ timeout: 60_000 })

async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Commands' }).waitFor()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Commands' }).waitFor({ state: 'detached' })
}

describe('the shell', () => {
  it('leads everywhere by keyboard alone', async () => {
    const page = await visit('/t/ours')
    await seen(page, 31)
    await page.keyboard.press('g')
    await page.getByRole('status').getByText('Go to').waitFor()
    await page.keyboard.press('a')
    await page.waitForURL('**/t/ours/alerts')
    await page.getByRole('heading', { name: 'Alerts', exact: true }).waitFor()

    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Help' })
    await help.getByText('Choose the time range').waitFor()
    await help.getByText('Next row').waitFor()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })

    await command(page, 'tenant:thei')
    await page.waitForURL('**/t/theirs/alerts')
    await page.getByText('secret-host').first().waitFor()
    expect(await page.locator('main').textContent()).not.toContain('web01')

    await command(page, 'single-key')
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await command(page, 'single-key')
    expect(new URL(page.url()).pathname).toBe('/t/theirs/alerts')
    await command(page, 'high contrast, dark')
    await page.locator('[data-theme=contrast-dark]').waitFor()
    await command(page, 'All tenants')
    await page.waitForURL('**/all')
  })

  it('keeps what is asked in another view, and copies a link that stays true', async () => {
    const page = await visit('/t/ours/search?q=user.name:anna&range=1h', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.getByText('10 events').waitFor()
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Alerts' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/alerts?*')
    expect(new URL(page.url()).search).toBe('?q=user.name%3Aanna&range=1h')

    await page.goBack()
    await page.getByText('10 events').waitFor()
    await command(page, 'copy link')
    await page.getByText('Link copied, with its time range fixed').waitFor()
    const copied = new URL(await page.evaluate<string>('navigator.clipboard.readText()'))
    expect([copied.pathname, copied.searchParams.get('q')]).toEqual(['/t/ours/search', 'user.name:anna'])
    expect(copied.searchParams.get('range')).toMatch(/^\S+Z~\S+Z$/)
    await page.goto(copied.href)
    await page.getByText('10 events').waitFor()

    await command(page, 'last hour')
    await expect.poll(() => new URL(page.url()).searchParams.get('range')).toBe('1h')
    await page.getByText('10 events').waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('option', { name: 'user.name:anna' }).waitFor()
    await page.keyboard.press('Escape')

    const download = page.waitForEvent('download')
    await command(page, 'export csv')
    expect((await download).suggestedFilename()).toMatch(/^ours-.*\.csv$/)
  })
})

describe('the overview', () => {
  it('counts what the searches behind it find', async () => {
    const page = await visit('/t/ours')
    await seen(page, 31)
    await page.getByRole('button', { name: 'Live' }).click()
    const links = [
      events(page).getByRole('link', { name: /^(31 events|failure 30|success 1)$/ }),
      page.getByRole('region', { name: 'Users' }).getByRole('link'),
      page.getByRole('region', { name: 'Hosts' }).getByRole('link'),
      page.getByRole('region', { name: 'Categories' }).getByRole('link'),
      page.getByRole('region', { name: 'Rules, by events matched' }).getByRole('link'),
    ]
    const counted: { href: string; count: number }[] = []
    for (const link of await Promise.all(links.map((each) => each.all())).then((all) => all.flat())) {
      const count = Number(/(?:^| )(\d+)( events)?$/.exec((await link.textContent()) ?? '')?.[1])
      counted.push({ href: (await link.getAttribute('href')) ?? '', count })
    }
    expect(counted.length).toBeGreaterThanOrEqual(8)
    for (const { href, count } of counted) {
      await page.goto(href)
      await page.getByText(`${count} ${count === 1 ? 'event' : 'events'}`, { exact: true }).waitFor()
    }
  })

  it('opens a bar by keys, shows its table, and alerts', async () => {
    const page = await visit('/t/ours?range=1h')
    await seen(page, 31)
    await page.getByRole('button', { name: 'By category' }).focus()
    await page.keyboard.press('Enter')
    await events(page).getByRole('link', { name: 'authentication 31' }).waitFor()
    await page.getByRole('button', { name: 'Events over time as a table' }).focus()
    await page.keyboard.press('Enter')
    const counts = await page.getByRole('dialog').locator('td:nth-child(2)').allTextContents()
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(31)
    await page.getByRole('dialog').locator('td button').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/search?range=*')
    await page.getByText(`${counts[0]} events`, { exact: true }).waitFor()

    await page.goto('/t/ours')
    const alerts = page.getByRole('slider', { name: /Alerts over time/ })
    await alerts.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+Home')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/alerts?*')
    await page.getByText('1 alert', { exact: true }).waitFor()
  })

  it('renews itself until it is paused', async () => {
    const page = await visit('/', { email: CUSTOMER })
    await page.waitForURL('**/t/theirs')
    await seen(page, 2)
    expect(await page.locator('main').textContent()).not.toContain('web01')
    await world().send('theirs', [rootByPassword('secret-host-2')])
    await seen(page, 3)
    await page.getByRole('button', { name: 'Live' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('button', { name: 'Paused' }).getAttribute('aria-pressed')).toBe('false')

    await page.keyboard.press('Control+k')
    await page.getByRole('option', { name: 'Overview' }).waitFor()
    for (const name of ['All tenants', 'Ours']) {
      expect(await page.getByRole('option', { name, exact: true }).count()).toBe(0)
    }
  })

  it('has nothing that axe finds, in any theme', async () => {
    const page = await visit('/t/ours')
    const found: string[] = []
    const look = async (name: string) => {
      for (const theme of ['light', 'dark', 'contrast-light', 'contrast-dark']) {
        await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`)
        const axe = new AxeBuilder({ page })
        // Colours are all that a theme changes.
        const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze()
        for (const { id, nodes } of violations) found.push(`${name} ${theme}: ${id} ${nodes[0]?.html}`)
      }
    }
    await events(page).getByRole('slider').waitFor()
    await page.getByRole('region', { name: 'Sources' }).waitFor()
    await look('overview')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Commands' }).waitFor()
    await look('palette')
    await page.goto('/t/ours?range=2001-01-01T00:00:00.000Z~2001-01-02T00:00:00.000Z')
    await page.getByRole('heading', { name: 'No event in this time' }).waitFor()
    await page.getByRole('button', { name: /^Any time: \d/ }).waitFor()
    await look('empty overview')
    await page.goto('/all')
    await page.getByRole('link', { name: 'Ours', exact: true }).waitFor()
    await look('all tenants')
    expect(found).toEqual([])
  }, 180_000)
})
