import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { withConsole } from './testkit/with-console.ts'

const CUSTOMER = 'customer@theirs.example'

const failed = (host: string, user: string, n: number): string =>
  `<86>1 ${new Date().toISOString()} ${host} sshd 811 - - Failed password for ${user} from 10.0.0.${n} port 51826 ssh2`

const RULE = `title: Failed
logsource:
  product: linux
detection:
  who:
    user.name:
      - anna
      - theirs-only
  condition: who`

const { visit, world } = withConsole(async ({ send }) => {
  const users = ['anna', 'bob']
  await send(
    'ours',
    Array.from({ length: 40 }, (_, n) => failed('web01', users[n % 2] ?? '', n)),
  )
  await send('theirs', [failed('secret-host', 'theirs-only', 1)])
})

const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const rows = (page: Page) => page.getByRole('grid').locator('[role=row][aria-selected]')

/** An analyst on the search page, once the pipeline has brought what was sent. */
async function onSearch(to = '/t/ours/search?range=1h', events = '40 events'): Promise<Page> {
  const page = await visit(to)
  await expect
    .poll(
      async () => {
        if ((await page.getByText(events, { exact: true }).count()) > 0) return true
        await page.getByRole('button', { name: 'Run', exact: true }).click()
        await page.waitForTimeout(500)
        return false
      },
      { timeout: 30_000 },
    )
    .toBe(true)
  return page
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

describe('the search page, by keyboard alone', () => {
  it('completes a field and its value, takes both back, and finds what was asked before', async () => {
    const page = await onSearch()
    await press(page, '/')
    await page.keyboard.type('user.na')
    await page.getByRole('option', { name: 'user.name: field', exact: true }).waitFor()
    await press(page, 'ArrowDown', 'Enter')
    const anna = page.getByRole('option', { name: /^anna/ })
    await anna.waitFor()
    expect(await anna.textContent()).toBe('anna20')
    expect(await page.getByRole('listbox').textContent()).not.toContain('theirs-only')
    await press(page, 'ArrowDown', 'Enter', 'Enter')
    await page.getByText('20 events', { exact: true }).waitFor()
    expect(param(page, 'q')).toBe('user.name:anna')

    await press(page, 'Control+A')
    await page.keyboard.type('user.nme:x')
    await press(page, 'Enter')
    await page.getByText('Did you mean user.name?').waitFor()
    await press(page, 'Control+A', 'Delete', 'ArrowUp')
    await page.getByRole('option', { name: 'user.name:anna' }).waitFor()
    await expect.poll(() => page.locator('[role=option][aria-selected=true]').count()).toBe(1)
    while (!(await page.locator('[role=option][aria-selected=true]').textContent())?.includes('anna'))
      await press(page, 'ArrowDown')
    await press(page, 'Enter', 'Enter')
    await page.getByText('20 events', { exact: true }).waitFor()
  })

  it('walks cells and columns, and narrows by the value under the mark', async () => {
    const page = await onSearch('/t/ours/search?range=1h&cols=user.name,source.ip,message')
    await press(page, 'j', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+F10')
    await page.getByRole('menu').getByText('user.name').waitFor()
    await page.keyboard.type('Filter out')
    await press(page, 'Enter')
    await page.getByText('20 events', { exact: true }).waitFor()
    expect(param(page, 'q')).toMatch(/^not user\.name:(anna|bob)$/)

    // Up to the head of the column, which moves, widens and goes.
    await page.getByRole('grid').focus()
    await press(page, 'Home', 'ArrowUp')
    await press(page, 'Alt+ArrowRight')
    await expect.poll(() => param(page, 'cols')).toBe('source.ip,user.name,message')
    await press(page, 'Shift+ArrowRight')
    await expect.poll(() => param(page, 'cols')).toMatch(/^source\.ip,user\.name~\d+,message$/)
    await press(page, 'Enter')
    await page.getByRole('menuitem', { name: 'Take the column out' }).waitFor()
    await page.keyboard.type('Take')
    await press(page, 'Enter')
    await expect.poll(() => param(page, 'cols')).toBe('source.ip,message')

    // Another comes from the list of fields.
    await page.getByLabel('Find a field', { exact: true }).focus()
    await page.keyboard.type('event.act')
    await press(page, 'ArrowDown', 'Enter')
    await page.getByRole('list', { name: 'Top values of event.action' }).waitFor()
    await press(page, 'Tab', 'Enter')
    await expect.poll(() => param(page, 'cols')).toBe('source.ip,event.action,message')
  })

  it('shows a value filtered for, filtered out or neither, and lets it back in', async () => {
    const page = await onSearch()
    await page.locator('[data-field="user.name"]').focus()
    await press(page, 'Enter')
    const values = page.getByRole('list', { name: 'Top values of user.name' })
    await values.getByRole('button', { name: 'Filter out anna' }).focus()
    await press(page, 'Enter')
    await page.getByText('20 events', { exact: true }).waitFor()
    await values.getByText('Filtered out', { exact: true }).waitFor()
    await values.getByRole('button', { name: 'Filter for anna' }).focus()
    await press(page, 'Enter')
    await expect.poll(() => param(page, 'q')).toBe('user.name:anna')
    await values.getByRole('button', { name: 'Filter for bob' }).focus()
    await press(page, 'Enter')
    await expect.poll(() => param(page, 'q')).toBe('user.name:(anna or bob)')
    await page.getByText('40 events', { exact: true }).waitFor()
    expect(await values.textContent()).not.toContain('theirs-only')
  })

  it('keeps the tab of the details from event to event, and what happened around', async () => {
    const page = await onSearch('/t/ours/search?range=1h&q=anna', '20 events')
    await press(page, 'j', 'Enter')
    const details = page.getByRole('complementary', { name: 'Details of the event' })
    await details.getByRole('tab', { name: 'Fields' }).focus()
    await press(page, 'ArrowRight', 'ArrowRight')
    await expect.poll(() => param(page, 'tab')).toBe('raw')
    const first = param(page, 'event')
    await details.getByRole('button', { name: 'Row below' }).focus()
    await press(page, 'Enter')
    await expect.poll(() => param(page, 'event')).not.toBe(first)
    expect(await details.getByRole('tab', { name: 'Raw line' }).getAttribute('aria-selected')).toBe('true')
    await details.getByRole('tab', { name: 'Raw line' }).focus()
    await press(page, 'ArrowRight', 'ArrowRight')
    await details.getByText('Failed password for bob').first().waitFor()
    await details.locator('[aria-current=true]').waitFor()
    await page.reload()
    await details.locator('[aria-current=true]').waitFor()
  })

  it('draws what commands make, and leads from a row to its events', async () => {
    const page = await onSearch()
    await press(page, '/')
    await page.keyboard.type('failed | timechart count by user.name')
    await press(page, 'Enter')
    const analysis = page.getByRole('region', { name: 'Analysis' })
    await analysis.getByRole('img', { name: /^Chart of (anna, bob|bob, anna)/ }).waitFor()
    expect(await analysis.textContent()).not.toContain('theirs-only')
    await press(page, 'Control+A')
    await page.keyboard.type('failed | stats count by user.name')
    await press(page, 'Enter')
    await expect.poll(() => analysis.getByRole('img').count()).toBe(0)
    await analysis.getByRole('row', { name: /anna/ }).getByRole('button', { name: 'Events' }).focus()
    await press(page, 'Enter')
    await page.getByText('20 events', { exact: true }).waitFor()
    expect(param(page, 'q')).toBe('failed and user.name:anna')
  })

  it('tells kinds of messages apart', async () => {
    const page = await onSearch()
    await page.getByRole('button', { name: 'Patterns' }).focus()
    await press(page, 'Enter')
    const patterns = page.getByRole('region', { name: 'Patterns' })
    await patterns
      .getByText(/Failed password for/)
      .first()
      .waitFor()
    expect(await patterns.textContent()).not.toContain('theirs-only')
    await patterns.getByRole('button', { name: 'Search for its words' }).first().focus()
    await press(page, 'Enter')
    await expect.poll(() => param(page, 'q')).toContain('Failed password for')
    expect(param(page, 'view')).toBeNull()
  })

  it('follows events as they arrive, and holds them while paused', async () => {
    const page = await onSearch()
    await page.getByRole('button', { name: 'Live' }).focus()
    await press(page, 'Enter')
    await page.getByRole('heading', { name: 'Waiting for events' }).waitFor()
    await page.waitForTimeout(1_500)
    await world().send('ours', [failed('db07', 'carol', 1)])
    await world().send('theirs', [failed('secret-host', 'carol', 1)])
    await expect.poll(() => rows(page).count(), { timeout: 15_000 }).toBe(1)
    expect(await page.getByRole('grid').textContent()).toContain('db07')
    await page.getByRole('button', { name: 'Pause' }).focus()
    await press(page, 'Enter')
    await world().send('ours', [failed('db07', 'carol', 2), failed('db07', 'carol', 3)])
    const more = page.getByRole('button', { name: '2 new: show' })
    await more.waitFor()
    expect(await rows(page).count()).toBe(1)
    await more.focus()
    await press(page, 'Enter')
    await expect.poll(() => rows(page).count()).toBe(3)
    expect(await page.getByRole('grid').textContent()).not.toContain('secret-host')
  })

  it('saves a search for its tenant, and takes events away', async () => {
    const page = await onSearch('/t/ours/search?range=1h&q=user.name:anna', '20 events')
    await page.getByRole('button', { name: 'Saved' }).focus()
    await press(page, 'Enter')
    await page.getByLabel('Name of this search').fill("Anna's mistakes")
    await press(page, 'Enter')
    await page.getByRole('region', { name: 'Mine' }).getByText("Anna's mistakes").waitFor()
    await press(page, 'Escape')

    await page.getByRole('button', { name: 'Export' }).focus()
    await press(page, 'Enter')
    await page.getByLabel(/^Events at most/).fill('5')
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')])
    await page.getByText(/^Saved 5 events/).waitFor()
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toContain('host.name')
    expect(lines.slice(1).every((line) => line.includes('anna'))).toBe(true)

    const customer = await visit('/t/theirs/search', { email: CUSTOMER })
    await customer.getByRole('button', { name: 'Saved' }).click()
    await customer.getByText('Nothing saved yet.').waitFor()
    await customer.getByText('Analysts and admins save searches.').waitFor()
  })
})

describe('the search over several tenants', () => {
  it('says whose each event is, and asks only those chosen', async () => {
    const page = await visit('/all/search?range=1h&q=failed')
    const grid = page.getByRole('grid')
    await grid.getByRole('columnheader', { name: 'Tenant' }).waitFor()
    await expect.poll(() => grid.textContent()).toContain('Theirs')
    await page.getByRole('button', { name: 'Without Ours' }).focus()
    await press(page, 'Enter')
    await expect.poll(() => param(page, 'tenants')).toBe('theirs')
    await expect.poll(() => grid.textContent()).not.toContain('web01')
  })

  it('tells of each tenant what a pasted rule finds there, above its events', async () => {
    const page = await visit('/all/search?range=1h')
    await rows(page).first().waitFor()
    await page.getByLabel('Query', { exact: true }).focus()
    // A line of its own for the next: from then on the field takes several.
    await press(page, 'Shift+Enter')
    await page.getByLabel('Query', { exact: true }).fill(RULE)
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    const hits = page.getByRole('region', { name: 'Hits by tenant' }).locator('tbody tr')
    await hits.nth(1).waitFor()
    expect(await hits.count()).toBe(2)
    expect(await hits.first().textContent()).toMatch(/Ours.*20.*web01.*anna/)
    expect(await hits.last().textContent()).toMatch(/Theirs.*1.*secret-host.*theirs-only/)
    await rows(page).first().waitFor()
    await page.goto(`/all/search?range=1h&q=${encodeURIComponent(RULE.replace('- anna', '- nobody'))}`)
    await page.getByText('No hit at 1 tenant').waitFor()
    const customer = await visit(`/t/theirs/search?range=1h&q=${encodeURIComponent(RULE)}`, {
      email: CUSTOMER,
    })
    await customer.getByRole('region', { name: 'Hits by tenant' }).getByText('secret-host').waitFor()
    expect(await customer.getByRole('main').textContent()).not.toContain('web01')
  })

  it('is not there for a customer', async () => {
    const page = await visit('/t/theirs/search?tenants=ours', { email: CUSTOMER })
    await rows(page).first().waitFor()
    expect(await page.getByRole('grid').textContent()).not.toContain('web01')
    const answer = await page.request.get('/all/search')
    expect(answer.status()).toBe(404)
  })
})

describe('the first rows', () => {
  /** Holds back what is asked behind them until told. */
  async function held(to: string, failure?: string) {
    const page = await onSearch('/t/ours/search?range=1h&q=user.name:anna', '20 events')
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    let fails = failure !== undefined
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('query WholeEvents')) return route.continue()
      await released
      await (fails ? route.fulfill({ json: { errors: [{ message: failure }] } }) : route.continue())
      fails = false
    })
    await page.goto(to)
    await rows(page).first().waitFor()
    return { page, release }
  }
  const inEvents = (page: Page) => page.getByRole('region', { name: 'In these events: fields' })

  it('are there before their lines and all their fields; details do not wait for those', async () => {
    const { page, release } = await held('/t/ours/search?range=1h&q=user.name:anna')
    expect(await rows(page).first().textContent()).toMatch(/web01.*anna.*Failed password for anna/)
    expect(await inEvents(page).count()).toBe(0)
    await rows(page).first().click()
    await page.getByRole('complementary', { name: 'Details of the event' }).getByText('process.pid').waitFor()
    await page.getByRole('button', { name: 'Close the details' }).click()
    release()
    await inEvents(page).locator('[data-field="process.pid"]').waitFor()
    expect(await rows(page).count()).toBe(20)
  })

  it('stay where the rest did not come, say so, and ask for it again', async () => {
    const { page, release } = await held('/t/ours/search?range=1h&q=user.name:bob', 'No line today')
    const shown = await rows(page).count()
    release()
    const alert = page.getByRole('alert').filter({ hasText: 'No line today' })
    await alert.waitFor()
    expect(await rows(page).count()).toBe(shown)
    await alert.getByRole('button', { name: 'Try again' }).press('Enter')
    await inEvents(page).waitFor()
    await alert.waitFor({ state: 'detached' })
  })

  it('come whole where a column shows the line', async () => {
    const { page } = await held('/t/ours/search?range=1h&q=user.name:anna&cols=raw,vendor.zone')
    expect(await rows(page).first().textContent()).toMatch(/<86>1 .*sshd 811/)
    await inEvents(page).waitFor()
  })
})

it('has nothing that axe finds, in any view, light or dark', async () => {
  const page = await onSearch('/t/ours/search?range=1h&q=not%20user.name:carol')
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
  await page.locator('[data-field="user.name"]').click()
  await page.getByRole('list', { name: 'Top values of user.name' }).waitFor()
  await rows(page).first().click()
  await page.getByRole('tab', { name: 'Around' }).click()
  await page.locator('[aria-current=true]').last().waitFor()
  await page.setViewportSize({ width: 1600, height: 900 })
  await look('events, fields, around')
  await page.getByRole('grid').focus()
  await press(page, 'Shift+F10')
  await page.getByRole('menu').waitFor()
  await look('menu of a value')
  await press(page, 'Escape')
  await page.getByLabel('Query').fill('user.name:')
  await page.getByRole('option').first().waitFor()
  await look('completion')
  await page.goto('/t/ours/search?range=1h&q=failed%20%7C%20timechart%20count%20by%20user.name')
  await page.getByRole('region', { name: 'Analysis' }).waitFor()
  await look('analysis')
  await page.goto('/t/ours/search?range=1h&view=patterns')
  await page.getByRole('region', { name: 'Patterns' }).waitFor()
  await look('patterns')
  await page.goto(`/t/ours/search?range=1h&q=${encodeURIComponent(RULE)}`)
  await page.getByRole('region', { name: 'Hits by tenant' }).waitFor()
  await look('rule')
  await page.getByRole('button', { name: 'Cost' }).click()
  await page.getByText('Columns read').waitFor()
  await look('cost')
  await press(page, 'Escape')
  await page.getByRole('button', { name: 'Saved' }).click()
  await page.getByLabel('Name of this search').waitFor()
  await look('saved')
  await press(page, 'Escape')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('dialog').waitFor()
  await look('export')
  await page.goto('/t/ours/search?view=live')
  await page.getByRole('heading', { name: 'Waiting for events' }).waitFor()
  await look('live')
  await page.goto('/all/search?range=1h')
  await page.getByRole('grid').waitFor()
  await look('several tenants')
  expect(found).toEqual([])
}, 240_000)
