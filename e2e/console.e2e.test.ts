import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { signIn as signInTo } from './testkit/sign-in.ts'
import { withConsole } from './testkit/with-console.ts'

const line = (host: string, text: string): string =>
  `<86>1 ${new Date().toISOString()} ${host} sshd 811 - - ${text}`
const failed = (host: string, user: string, n: number): string =>
  line(host, `Failed password for ${user} from 10.0.0.${n} port 51826 ssh2`)
const rootByPassword = (host: string): string =>
  line(host, 'Accepted password for root from 10.0.0.7 port 51826 ssh2')

const HOSTILE = '<img src=x onerror="document.title=1">'

const { open, world } = withConsole(async ({ send }) => {
  await send('ours', [
    ...Array.from({ length: 40 }, (_, n) => failed('web01', n % 2 === 0 ? 'anna' : 'bob', n)),
    rootByPassword('web01'),
    `nobody reads this ${HOSTILE}`,
  ])
  await send('theirs', [failed('secret-host', 'theirs-only', 1), rootByPassword('secret-host')])
})

const signIn = (page: Page, email: string, to?: string): Promise<void> => signInTo(page, world(), email, to)

const ANALYST = 'analyst@harrier.example'
const CUSTOMER = 'customer@theirs.example'
const query = (page: Page) => new URL(page.url()).searchParams.get('q')
const rows = (page: Page) => page.getByRole('grid').locator('[role=row][aria-selected]')

/** Asks again until the pipeline has brought it. */
async function searchUntil(page: Page, ready: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Run', exact: true }).click()
        await page.waitForTimeout(400)
        return ready()
      },
      { timeout: 30_000 },
    )
    .toBe(true)
}

describe('the console', () => {
  it('leads from sign-in to an event by keyboard alone', async () => {
    const page = await open()
    await page.goto('/t/ours/search')
    expect(new URL(page.url()).pathname).toBe('/login')
    await page.keyboard.press('Tab')
    await page.keyboard.type(ANALYST)
    await page.keyboard.press('Tab')
    await page.keyboard.type('not her password')
    await page.keyboard.press('Enter')
    await page.getByText('No account has this email address and password.').waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(world().password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/search')

    await searchUntil(page, async () => (await page.getByText('42 events').count()) > 0)
    await page.getByRole('heading', { name: 'Search events' }).click({ force: true })
    await page.keyboard.press('/')
    await page.keyboard.type('user.name:anna')
    await page.keyboard.press('Enter')
    await page.getByText('20 events').waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('user.name:anna')

    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const details = page.getByRole('complementary', { name: 'Details of the event' })
    await details.getByRole('rowheader', { name: 'source.ip' }).waitFor()
    expect(new URL(page.url()).searchParams.get('event')).toBeTruthy()
    const second = await details
      .getByRole('row', { name: /source\.port|source\.ip/ })
      .first()
      .textContent()
    await page.keyboard.press('k')
    await expect
      .poll(() =>
        details
          .getByRole('row', { name: /source\.port|source\.ip/ })
          .first()
          .textContent(),
      )
      .not.toBe(second)
    const link = page.url()
    const shown = await details.boundingBox()
    await page.keyboard.press('Escape')
    await expect.poll(() => details.count()).toBe(0)

    // The same link on a page from the server.
    await page.goto(link)
    await details.getByRole('rowheader', { name: 'source.ip' }).waitFor()
    expect((await details.boundingBox())?.width).toBe(shown?.width)
    await details.getByRole('button', { name: 'Close the details' }).click()
    await expect.poll(() => details.count()).toBe(0)
  })

  it('narrows by a field, goes back, and marks a mistake in place', async () => {
    const page = await open()
    await signIn(page, ANALYST, '/t/ours/search?q=failed')
    await page.getByText('40 events').waitFor()
    await rows(page).first().click()
    await page.getByRole('button', { name: 'Filter out this user.name' }).click()
    await page.getByText('20 events').waitFor()
    expect(query(page)).toMatch(/^failed and not user\.name:(anna|bob)$/)
    await page.goBack()
    await page.getByText('40 events').waitFor()
    expect(query(page)).toBe('failed')

    await page.getByLabel('Query').fill('user.name:(anna')
    await page.keyboard.press('Enter')
    await page.getByText('The bracket opened here is not closed').waitFor()
    expect(await page.getByLabel('Query').getAttribute('aria-invalid')).toBe('true')
    expect(query(page)).toBe('failed')
  })

  it('tells no match from its neighbours, and shows a line as text', async () => {
    const page = await open()
    await signIn(page, ANALYST, '/t/ours/search?q=zzzzunheardof')
    await page.getByRole('heading', { name: 'No event matches' }).waitFor()
    await page.getByRole('button', { name: /^Without the query: 42/ }).click()
    await page.getByText('42 events').waitFor()
    await page.getByLabel('Query').fill('nobody')
    await page.keyboard.press('Enter')
    await page.getByText(HOSTILE).first().waitFor()
    expect(await page.title()).toBe('Search · Ours · Nightjar')
  })

  it('takes a stretch of the histogram by keys, and its table', async () => {
    const page = await open()
    await signIn(page, ANALYST, '/t/ours/search?range=1h')
    await page.getByText('42 events').waitFor()
    const chart = page.getByRole('slider', { name: /Events over time/ })
    await chart.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('range')).toContain('~')
    await page.goBack()
    await page.getByText('42 events').waitFor()
    await page.getByRole('button', { name: 'As a table' }).click()
    const counts = await page
      .getByRole('dialog')
      .getByRole('row')
      .locator('td:nth-child(2)')
      .allTextContents()
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(42)
  })

  it('shows a new alert live without moving the list, tells its story, and closes it', async () => {
    const page = await open()
    await signIn(page, ANALYST, '/t/ours/alerts')
    await page.getByRole('heading', { name: 'Alerts', exact: true }).waitFor()
    await expect.poll(() => page.locator('a[data-row]').count()).toBe(1)
    await world().send('ours', [rootByPassword('db01')])
    const show = page.getByRole('button', { name: '1 new alert: show' })
    await show.waitFor()
    expect(await page.locator('a[data-row]').count()).toBe(1)
    await show.click()
    await expect.poll(() => page.locator('a[data-row]').count()).toBe(2)

    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/t/ours/alerts/*')
    await page.getByText('db01').first().waitFor()
    await expect.poll(() => page.title()).toBe('Root logs in over SSH with a password · Ours · Nightjar')
    const evidence = page.getByRole('complementary', { name: 'Details of the matched event' })
    await evidence.getByRole('region', { name: 'Rules that matched' }).waitFor()
    await evidence.getByRole('tab', { name: 'Raw line' }).click()
    await evidence.getByText('Accepted password for root from 10.0.0.7').last().waitFor()

    await page.getByRole('button', { name: 'Close alert' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.textContent()).toContain('Ours')
    await dialog.getByRole('button', { name: 'Close the alert' }).click()
    await dialog.getByText('Choose a reason.').waitFor()
    await dialog.getByLabel('Benign positive').check()
    await dialog.getByLabel(/^Note/).fill('The break-glass account, by phone.')
    await dialog.getByRole('button', { name: 'Close the alert' }).click()
    await page.getByText('Closed as benign positive by analyst').waitFor()
    await page.getByText('The break-glass account, by phone.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Close alert' }).waitFor()
  })

  it('shows a customer nothing of another tenant', async () => {
    const analyst = await open()
    await signIn(analyst, ANALYST, '/t/ours/search')
    await rows(analyst).first().click()
    await expect.poll(() => new URL(analyst.url()).searchParams.get('event')).toBeTruthy()
    const event = encodeURIComponent(new URL(analyst.url()).searchParams.get('event') ?? '')
    await analyst.goto('/t/ours/alerts')
    const alert = (await analyst.locator('a[data-row]').first().getAttribute('href')) ?? ''
    // One's own event, under another tenant's address, is not there either.
    expect((await analyst.goto(`/t/theirs/events/${event}`))?.status()).toBe(404)

    const page = await open()
    await signIn(page, CUSTOMER)
    await page.waitForURL('**/t/theirs')
    await page.goto('/t/theirs/search')
    expect(await page.getByRole('link', { name: 'All tenants' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: /switch tenant/ }).count()).toBe(0)
    await searchUntil(page, async () => (await page.getByText('2 events').count()) > 0)
    expect(await page.getByRole('grid').textContent()).not.toContain('web01')

    const unknown = await page.goto('/t/nobody/search')
    expect(unknown?.status()).toBe(404)
    const text = await page.locator('main').textContent()
    for (const path of [
      '/t/ours/search',
      '/t/ours/alerts',
      `/t/ours/events/${event}`,
      alert,
      '/all',
      '/all/alerts',
    ]) {
      const answer = await page.goto(path)
      expect([path, answer?.status()]).toEqual([path, 404])
      expect(await page.locator('main').textContent()).toBe(text)
    }
    await page.goto('/t/theirs/alerts')
    await page.locator('a[data-row]').first().click()
    await page.getByText('Analysts and admins work alerts; you read them.').waitFor()
    expect(await page.getByRole('button', { name: 'Close alert' }).count()).toBe(0)
  })

  it('leaves a query with its tenant', async () => {
    const page = await open()
    await signIn(page, ANALYST, '/t/ours/search?q=user.name:anna&range=1h')
    await page.getByText('20 events').waitFor()
    await page.keyboard.press('t')
    const current = page.getByRole('option', { name: 'Ours' })
    await expect.poll(() => current.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await expect.poll(() => current.count()).toBe(0)
    expect(query(page)).toBe('user.name:anna')

    await page.getByRole('button', { name: /switch tenant/ }).click()
    await page.getByRole('option', { name: 'Theirs' }).click()
    await page.waitForURL('**/t/theirs/search?range=1h')
  })

  it('writes a parser for a line that none read, by which the next is read', async () => {
    const page = await open()
    await signIn(page, ANALYST, '/t/ours/search?q=nobody')
    await rows(page).first().click()
    await page.getByRole('link', { name: 'Write a parser for this line' }).click()
    await page.waitForURL('**/parsers/edit?event=*')
    const definition = page.getByLabel('Definition, in YAML')
    await expect.poll(() => definition.inputValue()).toContain(JSON.stringify(`nobody reads this ${HOSTILE}`))
    const [begin, end] = [
      "name: guest-book\nwhen: {prefix: 'nobody '}\npattern:\n  grok: '",
      "'\nsamples: [nobody reads this x]\n",
    ]
    await definition.fill(`${begin}nobody reads this %{WRD:user.name}${end}`)
    await page.getByText('did you mean WORD?').waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await definition.fill(`${begin}nobody reads this %{WORD:user.name}${end}`)
    await page.getByLabel('Lines to try, one record a line').fill('nobody reads this mira')
    await page.getByText('read by this parser').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('guest-book version 1 reads from now on').waitFor()

    for (const whose of ['ours', 'theirs'] as const) await world().send(whose, ['nobody reads this mira'])
    await page.goto('/t/ours/search?q=user.name:mira&range=1h')
    await searchUntil(page, async () => (await page.getByText('1 event', { exact: true }).count()) > 0)
    await page.goto('/t/theirs/search?q=mira&range=1h')
    await searchUntil(page, async () => (await page.getByText('1 event', { exact: true }).count()) > 0)
    await rows(page).first().click()
    await page.getByText('no parser: kept as it came').waitFor()
    await page.goto('/t/theirs/parsers')
    await page.getByText('No parser written yet').waitFor()
  })

  it('forgets at sign-out', async () => {
    const page = await open()
    await signIn(page, ANALYST, '/all')
    await page.getByRole('button', { name: 'analyst', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL('**/login')
    await page.goto('/t/ours/search')
    expect(new URL(page.url()).pathname).toBe('/login')
  })

  it('has nothing that axe finds, light or dark', async () => {
    const page = await open({ colorScheme: 'light' })
    const found: string[] = []
    const look = async (name: string) => {
      const light = await new AxeBuilder({ page }).analyze()
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.locator('[data-theme=dark]').waitFor()
      // Colours are all that a theme changes.
      const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
      await page.emulateMedia({ colorScheme: 'light' })
      for (const { id, nodes } of [...light.violations, ...dark.violations])
        found.push(`${name}: ${id} ${nodes[0]?.html}`)
    }
    await page.goto('/login')
    await look('login')
    await signIn(page, ANALYST, '/all')
    await page.getByRole('link', { name: 'Ours', exact: true }).waitFor()
    await look('all tenants')
    await page.goto('/all/alerts')
    await page.locator('a[data-row]').first().waitFor()
    await look('alerts')
    await page.locator('a[data-row]').first().click()
    await page.getByRole('complementary').getByRole('tab').first().waitFor()
    await look('alert')
    await page.getByRole('link', { name: 'Open on a page of its own' }).click()
    await page.waitForURL('**/events/*')
    await page.getByRole('tab').first().waitFor()
    await look('event')
    await page.goto('/t/ours/search')
    await rows(page).first().waitFor()
    await rows(page).first().click()
    await page.getByRole('complementary').getByRole('tab').first().waitFor()
    await look('search')
    await page.goto('/t/ours/parsers')
    await page.getByRole('heading', { name: 'Come with Nightjar' }).waitFor()
    await look('parsers')
    await page.getByRole('link', { name: 'Write a parser' }).click()
    await page.getByLabel('Lines to try, one record a line').fill('a line')
    await page.getByText('Line 1:').waitFor()
    await look('parser')
    await page.goto('/t/ours/search?q=zzzz')
    await page.getByRole('heading', { name: 'No event matches' }).waitFor()
    await look('empty search')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await look('help')
    await page.goto('/t/nobody')
    await look('not found')
    expect(found).toEqual([])
  }, 180_000)
})
