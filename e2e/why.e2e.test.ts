import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { withConsole } from './testkit/with-console.ts'

const LINE = 'Accepted password for root from 10.0.0.7 port 22 ssh2'
const line = (host: string) => `<86>1 ${new Date().toISOString()} ${host} sshd 22 - - ${LINE}`

const { visit } = withConsole(async ({ send }) => {
  await send('ours', [line('web01')])
  await send('theirs', [line('secret-host')])
})

const details = (page: Page) => page.getByRole('complementary', { name: 'Details of the event' })
const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

/** The only event of a tenant, open beside its list; keys alone. */
async function openEvent(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Run', exact: true }).press('Enter')
        await page.waitForTimeout(300)
        return page.getByText('1 event', { exact: true }).count()
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await details(page).getByRole('rowheader', { name: 'source.ip' }).waitFor()
}

async function tabTo(page: Page, label: RegExp): Promise<void> {
  const focused = page.locator(':focus')
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab')
    if (label.test((await focused.getAttribute('aria-label')) ?? '')) return
  }
  throw new Error(`Nothing named ${label} is reached by Tab`)
}

it('leads by keys from a field to its bytes, from a place in the line to its fields, and to why rules matched', async () => {
  const page = await visit('/t/ours/search?q=host.name:web01')
  await openEvent(page)
  const pane = details(page)

  // A field says where it comes from, and leads there.
  await pane.getByRole('textbox', { name: 'Find a field or value' }).press('End')
  await page.keyboard.type('source.port')
  await pane.getByRole('button', { name: /^source\.port is from bytes/ }).waitFor({ state: 'attached' })
  await tabTo(page, /^source\.port is from bytes \d+–\d+ by sshd \d+: show the line$/)
  await page.keyboard.press('Enter')
  const raw = pane.getByRole('application', { name: /The line as it came/ })
  await raw.waitFor()
  expect(param(page, 'field')).toBe('source.port')
  const marked = () => raw.locator('[class*=marked]').allTextContents()
  expect(await marked()).toEqual(['22'])
  // Not the process id, which is the same.
  expect(await raw.locator('[class*=marked] + span').textContent()).toBe(' ssh2')

  // From place to place, and through the fields that were read there.
  await raw.press('ArrowLeft')
  await expect.poll(() => param(page, 'field')).not.toBe('source.port')
  for (let n = 0; n < 10 && (await marked()).join() !== '10.0.0.7'; n++)
    await page.keyboard.press('ArrowLeft')
  await expect.poll(marked).toEqual(['10.0.0.7'])
  const first = param(page, 'field')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => param(page, 'field')).not.toBe(first)
  await pane.getByRole('status').getByText('by sshd').first().waitFor()

  // One key to why the rule matched.
  await page.keyboard.press('w')
  const condition = pane.getByRole('table', { name: 'Condition of the rule' })
  await condition.waitFor()
  await pane.getByText('The rule matches this event.').waitFor()
  expect(param(page, 'tab')).toBe('why')
  expect(await condition.getByText('true', { exact: true }).count()).toBeGreaterThan(1)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])

  // Any other rule by typing.
  const picker = pane.getByRole('combobox', { name: 'Rule' })
  await picker.focus()
  await page.keyboard.type('powershell')
  await page.keyboard.press('Enter')
  await pane.getByText('The rule does not match: the event is of another log source').waitFor()
  expect(await condition.getByText('missing').count()).toBeGreaterThan(0)
  const rule = param(page, 'rule')
  expect(rule).toBeTruthy()

  // The address holds it.
  await page.reload()
  await details(page).getByText('The rule does not match: the event is of another log source').waitFor()
  expect(param(page, 'rule')).toBe(rule)
})

it.each(['light', 'dark'] as const)(
  'is read with nothing amiss in %s, on a page of its own, and only of its tenant',
  async (colorScheme) => {
    const page = await visit('/t/theirs/search?q=host.name:secret-host', { colorScheme })
    await openEvent(page)
    const id = param(page, 'event') ?? ''
    for (const [tab, text] of [
      ['raw', 'Choose a field, or a part of the line.'],
      ['why', 'The rule matches this event.'],
    ] as const) {
      await page.goto(`/t/theirs/events/${encodeURIComponent(id)}?tab=${tab}`)
      await page.getByText(text).waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations).toEqual([])
    }
    await page.goto(`/t/ours/events/${encodeURIComponent(id)}?tab=why`)
    await page.getByText('There is nothing here').waitFor()
  },
)
