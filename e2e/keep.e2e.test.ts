import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { withConsole } from './testkit/with-console.ts'

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()
const login = (minutes: number, host: string, user: string, address: string): string =>
  `<86>1 ${ago(minutes)} ${host} sshd 811 - - Failed password for ${user} from ${address} port 51826 ssh2`
const HOSTILE = "<img src=x onerror=document.title=1> '; drop table notes"

/** The same in both tenants, but for one line. */
const lines = [
  ...Array.from({ length: 6 }, (_, n) => login(30 - n * 4, 'db01', 'carla', '10.0.0.7')),
  login(20, 'db01', 'bo', '10.0.0.8'),
]

const { visit } = withConsole(async ({ send }) => {
  await send('ours', lines)
  await send('theirs', [...lines, login(10, 'db01', 'theirs-only', '10.0.0.9')])
})

const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const lanes = (page: Page) => page.getByRole('slider', { name: /^Events in lanes/ })
const told = async (page: Page) => (await lanes(page).getAttribute('aria-valuetext')) ?? ''
const focused = (page: Page, name: string) => page.getByRole('textbox', { name }).and(page.locator(':focus'))
const kept = (page: Page) => page.getByRole('region', { name: 'Notes and tags' })
const keptList = (page: Page) => page.getByRole('table', { name: /^Pinned and noted/ })

/** Much else may run on the machine: an outcome has its time. */
const until = <Seen>(see: () => Seen | Promise<Seen>) => expect.poll(see, { timeout: 15_000 })

/** Loads the page again until the pipeline has brought it all. */
async function openUntil(page: Page, path: string, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(path)
        return page
          .getByText(text, { exact: true })
          .waitFor({ timeout: 2_000 })
          .then(
            () => true,
            () => false,
          )
      },
      { timeout: 60_000 },
    )
    .toBe(true)
}

async function enter(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .focus()
  await page.keyboard.press('Enter')
}

/** Asks as the page's own viewer. */
async function ask<Data>(page: Page, query: string, variables: Record<string, unknown>): Promise<Data> {
  return page.evaluate(async (body) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const { data } = (await response.json()) as { data: Data }
    return data
  }, JSON.stringify({ query, variables }))
}

async function look(page: Page, name: string): Promise<string[]> {
  const light = await new AxeBuilder({ page }).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('[data-theme=dark]').waitFor()
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.locator('[data-theme=light]').waitFor()
  return [...light.violations, ...dark.violations].map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)
}

describe('what is kept of events', () => {
  it('is pinned, noted and tagged from the lanes by keyboard alone, and seen wherever the event is', async () => {
    const page = await visit('/t/ours/search')
    await openUntil(page, '/t/ours/timeline?q=host.name:db01&range=2h', '7 events')
    await lanes(page).focus()
    await page.keyboard.press('Home')
    expect(await told(page)).toContain('carla')

    await page.keyboard.press('p')
    await until(() => told(page)).toMatch(/, pinned$/)
    await page.getByRole('tab', { name: 'Pinned and noted 1' }).waitFor()

    // The details open, and one writes at once; afterwards one is back on the lanes.
    await page.keyboard.press('n')
    await focused(page, 'Add a note').waitFor()
    await page.keyboard.type(HOSTILE)
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('second line')
    await page.keyboard.press('Enter')
    await kept(page).getByText(`${HOSTILE}\nsecond line`, { exact: true }).waitFor()
    await until(() => lanes(page).and(page.locator(':focus')).count()).toBe(1)
    await page.keyboard.press('#')
    await focused(page, 'Add a tag').waitFor()
    await page.keyboard.type('Night Shift')
    await page.keyboard.press('Enter')
    await kept(page).getByRole('list', { name: 'Tags' }).getByText('night shift').waitFor()
    await page.keyboard.press('Escape')
    await until(() => lanes(page).and(page.locator(':focus')).count()).toBe(1)
    await until(() => told(page)).toMatch(/, pinned, tagged night shift, 1 note$/)

    // Another is noted only.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('n')
    await focused(page, 'Add a note').waitFor()
    await until(() => kept(page).getByRole('list', { name: 'Notes' }).count()).toBe(0)
    await page.keyboard.type('only noted')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Pinned and noted 2' }).focus()
    await page.keyboard.press('Enter')
    await until(() => keptList(page).locator('a[data-row]').count()).toBe(2)
    await page.getByRole('checkbox', { name: 'Pinned only' }).focus()
    await page.keyboard.press('Space')
    await until(() => param(page, 'kept')).toBe('pinned')
    await until(() => keptList(page).locator('a[data-row]').count()).toBe(1)

    // In the search, with the keys listed in the help.
    await page.goto('/t/ours/search?q=host.name:db01&range=2h')
    const marked = page.getByRole('row').filter({ hasText: 'pinned, tagged night shift, 1 note' })
    await marked.waitFor()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await kept(page).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Write a note on the open event').waitFor()
    await page.keyboard.press('Escape')
  })

  it('is changed and removed by who made it', async () => {
    const page = await visit('/t/ours/search')
    await openUntil(page, '/t/ours/timeline?q=user.name:bo&range=2h', '1 event')
    await page.locator('a[data-row]').first().focus()
    await page.keyboard.press('#')
    await focused(page, 'Add a tag').waitFor()
    await page.keyboard.type('wrong')
    await page.keyboard.press('Enter')
    await enter(page, 'Remove the tag wrong')
    await until(() => kept(page).getByText('wrong').count()).toBe(0)
    await page.getByRole('textbox', { name: 'Add a note' }).focus()
    await page.keyboard.type('frst')
    await page.keyboard.press('Enter')
    await enter(page, /^Change the note of/)
    await focused(page, 'Change the note').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('first')
    await page.keyboard.press('Enter')
    await kept(page).getByText('first', { exact: true }).waitFor()
    await kept(page).getByText('changed').waitFor()
    await enter(page, /^Remove the note of/)
    await until(() => kept(page).getByRole('list', { name: 'Notes' }).count()).toBe(0)
  })

  it('is not there for another tenant with the same events, nor to be written by readers', async () => {
    const page = await visit('/t/theirs/search')
    await openUntil(page, '/t/theirs/timeline?range=2h&view=kept', '8 events')
    await page.getByRole('heading', { name: 'Nothing is kept in this time' }).waitFor()
    await page.getByRole('tab', { name: 'Pinned and noted 0' }).waitFor()
    const customer = await visit('/t/theirs/timeline?range=2h', { email: 'customer@theirs.example' })
    await customer.locator('a[data-row]').first().waitFor()
    expect(await customer.getByRole('button', { name: 'Pin', exact: true }).count()).toBe(0)
    await customer.locator('a[data-row]').first().focus()
    await customer.keyboard.press('Enter')
    await customer
      .getByRole('complementary')
      .getByRole('rowheader', { name: 'user.name', exact: true })
      .waitFor()
    expect(await kept(customer).count()).toBe(0)
  })
})

interface Views {
  savedViews: {
    id: string
    version: number
    address: string
    isShared: boolean
    places: { key: string; x: number; y: number }[]
  }[]
}
const VIEWS =
  'query($t: [ID!]!) { savedViews(tenants: $t, kind: graph) { id version address isShared places { key x y } } }'

describe('a saved graph', () => {
  it('keeps what was asked, done and moved, opens by its id alone, and for its tenant alone', async () => {
    const page = await visit('/t/ours/search')
    await openUntil(page, '/t/ours/timeline?range=2h', '7 events')
    await page.goto('/t/ours/graph?entity=host:db01&range=2h')
    await page.getByRole('application').waitFor()
    await enter(page, 'Collapse leaves')
    await until(() => param(page, 'steps')).toBe('fold')

    await enter(page, 'Saved')
    await page.getByRole('textbox', { name: 'Name of this graph' }).focus()
    await page.keyboard.type('Who tried db01')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Saved as Who tried db01.').waitFor()
    await until(() => param(page, 'saved')).not.toBeNull()
    const id = param(page, 'saved') ?? ''
    const { savedViews } = await ask<Views>(page, VIEWS, { t: ['ours'] })
    expect(savedViews).toMatchObject([{ id, isShared: true, version: 1 }])
    expect(savedViews[0]?.address).toContain('steps=fold')
    const places = savedViews[0]?.places ?? []
    expect(places.map(({ key }) => key)).toContain('host:db01')

    // Put elsewhere, it is drawn there: saved again, it says the same places.
    const moved = places.map(({ key }, n) => ({ key, x: 1_000 + n * 170, y: -500 - n * 90 }))
    const change =
      'mutation($input: ChangeSavedViewInput!) { changeSavedView(input: $input) { userErrors { message } } }'
    await ask(page, change, { input: { id, version: 1, places: moved } })
    await page.goto(`/t/ours/graph?saved=${id}`)
    await page.getByRole('button', { name: 'Who tried db01' }).waitFor()
    await until(() => param(page, 'steps')).toBe('fold')
    expect(param(page, 'entity')).toBe('host:db01')
    await page.getByRole('application').waitFor()
    await enter(page, 'Who tried db01')
    await page.getByRole('textbox', { name: 'Name of this graph' }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Tried db01')
    await page.keyboard.press('Enter')
    await page.getByText('Tried db01 is up to date.').waitFor()
    const again = await ask<Views>(page, VIEWS, { t: ['ours'] })
    expect(again.savedViews).toMatchObject([{ version: 3, places: moved }])

    // A colleague of another tenant has the link, and the same host.
    await page.goto(`/t/theirs/graph?saved=${id}`)
    await page.getByRole('button', { name: 'Saved one is not here' }).waitFor()
    await enter(page, 'Saved one is not here')
    await page.getByText('Nothing saved yet.').waitFor()

    // However long its name, it can be forgotten.
    const name = 'Tried db01, and from there everything else '.repeat(2).trim()
    await ask(page, change, { input: { id, version: 3, name } })
    await page.goto(`/t/ours/graph?saved=${id}`)
    await enter(page, name)
    const forget = page.getByRole('button', { name: `Forget ${name}` })
    const right = async (part: Locator) => {
      const { x = 0, width = 0 } = (await part.boundingBox()) ?? {}
      return x + width
    }
    expect(await right(forget)).toBeLessThanOrEqual(
      await right(page.getByRole('listitem').filter({ has: forget })),
    )
    await enter(page, `Forget ${name}`)
    await page.getByText(`${name} is gone.`).waitFor()
    await page.getByText('Nothing saved yet.').waitFor()
  })

  it('and a timeline too; a stretch leads from one to the other and to the events', async () => {
    const page = await visit('/t/ours/search')
    await openUntil(page, '/t/ours/timeline?q=host.name:db01&range=2h&lanes=user', '7 events')
    await enter(page, 'Saved')
    await page.getByRole('textbox', { name: 'Name of this timeline' }).focus()
    await page.keyboard.type('db01 by user')
    await page.keyboard.press('Enter')
    await page.getByText('Saved as db01 by user.').waitFor()
    await page.keyboard.press('Escape')
    await page.goto('/t/ours/timeline')
    await enter(page, 'Saved')
    await enter(page, 'db01 by user')
    await page.waitForURL(/lanes=user/)
    expect(param(page, 'q')).toBe('host.name:db01')

    await lanes(page).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowRight')
    await until(() => param(page, 'brush')).toContain('~')
    const brush = param(page, 'brush')
    await page.getByRole('link', { name: 'Graph of this stretch' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/graph?*')
    expect([param(page, 'range'), param(page, 'q')]).toEqual([brush, 'host.name:db01'])
    const thumb = page.getByRole('slider', { name: 'Until' })
    await thumb.focus()
    await page.keyboard.press('ArrowLeft')
    await until(() => param(page, 'stretch')).toContain('~')
    const stretch = param(page, 'stretch')
    await page.getByRole('link', { name: 'Timeline of this stretch' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/timeline?*')
    expect([param(page, 'range'), param(page, 'q')]).toEqual([stretch, 'host.name:db01'])
  })
})

describe('the conditions of a query', () => {
  it('are changed, negated, switched off and removed one by one, by keyboard alone', async () => {
    const page = await visit('/t/ours/search')
    await openUntil(page, '/t/ours/timeline?range=2h', '7 events')
    await page.goto('/t/ours/search?q=host.name:db01 and (user.name:bo or user.name:carla)&range=2h')
    const pills = page.getByRole('list', { name: 'Conditions' })
    const rows = (count: number) => until(() => page.locator('[data-index]').count()).toBe(count)
    const act = async (pill: string, action: string) => {
      await pills.getByRole('button', { name: pill }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem', { name: action }).focus()
      await page.keyboard.press('Enter')
    }
    await pills.getByRole('button').nth(1).waitFor()
    await rows(7)

    const users = '(user.name:bo or user.name:carla)'
    await act(users, 'Edit')
    await focused(page, 'Condition').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('user.name:(')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('user.name:bo')
    await page.keyboard.press('Enter')
    await until(() => param(page, 'q')).toBe('host.name:db01 and user.name:bo')
    await rows(1)

    await act('user.name:bo', 'Leave it out instead')
    await until(() => param(page, 'q')).toBe('host.name:db01 and not user.name:bo')
    await rows(6)
    await act('not user.name:bo', 'Switch off')
    await until(() => param(page, 'q')).toBe('host.name:db01')
    expect(param(page, 'off')).toBe('not user.name:bo')
    await rows(7)
    await page.reload()
    await act('not user.name:bo off', 'Switch on')
    await until(() => param(page, 'q')).toBe('host.name:db01 and not user.name:bo')
    expect(param(page, 'off')).toBeNull()
    await rows(6)
    expect(await look(page, 'conditions')).toEqual([])

    await pills.getByRole('button', { name: 'host.name:db01' }).focus()
    await page.keyboard.press('Delete')
    await until(() => param(page, 'q')).toBe('not user.name:bo')
    await page.goBack()
    await until(() => param(page, 'q')).toBe('host.name:db01 and not user.name:bo')
  })
})

describe('what is kept', () => {
  it('has nothing that axe finds, light or dark', async () => {
    const page = await visit('/t/ours/search')
    const found: string[] = []
    await openUntil(page, '/t/ours/timeline?q=host.name:db01&range=2h&view=kept', '7 events')
    await lanes(page).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('n')
    await focused(page, 'Add a note').waitFor()
    await page.keyboard.type('seen')
    await page.keyboard.press('Enter')
    await kept(page).getByText('seen', { exact: true }).waitFor()
    await keptList(page).waitFor()
    found.push(...(await look(page, 'timeline')))
    await page.goto('/t/ours/search?q=host.name:db01&range=2h')
    await page.getByRole('row').filter({ hasText: 'note' }).first().waitFor()
    found.push(...(await look(page, 'search')))
    await page.goto('/t/ours/graph?q=host.name:db01&range=2h')
    await page.getByRole('application').waitFor()
    await enter(page, 'Saved')
    await page.getByText('Nothing saved yet.').waitFor()
    found.push(...(await look(page, 'saved')))
    expect(found).toEqual([])
  })
})
