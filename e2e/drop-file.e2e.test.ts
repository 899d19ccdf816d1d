import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { tarOf, zipOf } from './testkit/archives.ts'
import { ChunkWriter, evtxFile, text } from './testkit/evtx-writer.ts'
import { withConsole } from './testkit/with-console.ts'

/** Whole journeys. */
const LONG = 240_000
const PATIENT = { timeout: 30_000 }
const CUSTOMER = 'customer@theirs.example'

const { visit } = withConsole()

/** An event log in which somebody cleared the security log of a host, years ago. */
function clearedLog(host: string): Buffer {
  const chunk = new ChunkWriter()
  chunk.record((record) =>
    record.element('Event', (event) => {
      event.element('System', (system) => {
        system.element('Provider', () => {}, { Name: text('Microsoft-Windows-Eventlog') })
        system.element('EventID', text('1102'))
        system.element('Channel', text('Security'))
        system.element('Computer', text(host))
        system.element('TimeCreated', () => {}, { SystemTime: text('2019-03-02T10:20:30.000000Z') })
      })
    }),
  )
  return evtxFile(chunk.close().buffer)
}

const accepted = (host: string) =>
  `<86>1 2019-03-02T10:00:00Z ${host} sshd 811 - - Accepted password for root from 203.0.113.9 port 51826 ssh2`

interface Given {
  name: string
  content: Buffer
}

/** As a pointer does it: files come over the page, and are let go or not. */
async function dragOver(page: Page, files: readonly Given[], events: readonly string[]): Promise<void> {
  const given = files.map(({ name, content }) => ({ name, base64: content.toString('base64') }))
  await page.evaluate(`${DRAG}(${JSON.stringify({ given, events })})`)
}

/** Runs in the browser. */
const DRAG = `(({ given, events }) => {
  const dataTransfer = new DataTransfer()
  for (const { name, base64 } of given)
    dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name))
  for (const type of events)
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
})`

const factOf = (page: Page, name: string) =>
  page.locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd')

async function axe(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    if (colorScheme === 'dark') await page.locator('[data-theme=dark]').waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

describe('dropping files', () => {
  it(
    'an event log dropped on any page leads to its verdicts',
    async () => {
      const page = await visit('/t/ours/parsers')
      await page.getByRole('heading', { name: 'Parsers', level: 1 }).waitFor()
      const file = { name: 'Security.evtx', content: clearedLog('ws07.ours.example') }
      await dragOver(page, [file], ['dragenter', 'dragover'])
      await page.getByText('Drop to read it as scratch of').waitFor()
      expect(await page.getByRole('status').filter({ hasText: 'Drop to read' }).textContent()).toContain(
        'Ours',
      )
      await dragOver(page, [file], ['dragleave'])
      await expect.poll(() => page.getByText('Drop to read it as scratch of').count(), PATIENT).toBe(0)
      await dragOver(page, [file], ['dragenter', 'dragover', 'drop'])
      await page.getByRole('heading', { name: 'Security.evtx', level: 1 }).waitFor()
      const verdict = page.getByRole('link', { name: 'Security event log cleared' })
      await verdict.waitFor()
      expect(await page.getByRole('row').filter({ has: verdict }).textContent()).toContain(
        'ws07.ours.example',
      )
      await expect.poll(() => factOf(page, 'Events stored').textContent(), PATIENT).toBe('1')
      await expect.poll(() => factOf(page, 'State').textContent(), PATIENT).toBe('read')
      await expect.poll(() => axe(page), PATIENT).toEqual([])
    },
    LONG,
  )

  it(
    'lead to search, timeline and graph at the time of their events, raise no alert, and are of their tenant alone',
    async () => {
      const page = await visit('/t/ours/files')
      await page.getByRole('heading', { name: 'Files', level: 1 }).waitFor()
      await dragOver(page, [{ name: 'Old.evtx', content: clearedLog('ws08.ours.example') }], ['drop'])
      const verdict = page.getByRole('link', { name: 'Security event log cleared' })
      await verdict.waitFor()
      const address = page.url()

      await verdict.click()
      await page.waitForURL(/\/t\/ours\/search/)
      await page.getByRole('grid').getByText('ws08.ours.example').first().waitFor()
      await page.goto(address)
      await page
        .getByRole('navigation', { name: 'Its events' })
        .getByRole('link', { name: 'Timeline' })
        .click()
      await page.waitForURL(/\/t\/ours\/timeline\?.*2019-03-02/)
      await page.getByText('ws08.ours.example').first().waitFor()
      await page.goto(address)
      await page.getByRole('navigation', { name: 'Its events' }).getByRole('link', { name: 'Graph' }).click()
      await page.waitForURL(/\/t\/ours\/graph\?.*2019-03-02/)

      // Old evidence is not what happens to the tenant now.
      await page.goto('/t/ours/alerts')
      await page
        .getByRole('heading', { name: /alerts/i })
        .first()
        .waitFor()
      expect(await page.getByText('Security event log cleared').count()).toBe(0)

      const customer = await visit('/t/theirs/files', { email: CUSTOMER })
      await customer.getByText('No files yet').waitFor()
      expect(await customer.getByRole('button', { name: 'Choose files' }).count()).toBe(0)
      const id = new URL(address).pathname.split('/').at(-1)
      for (const path of [`/t/theirs/files/${id}`, `/t/ours/files/${id}`, '/t/nobody/files'])
        expect((await customer.goto(path))?.status()).toBe(404)
    },
    LONG,
  )

  it(
    'by keyboard alone: archives and a broken file, chosen from the commands',
    async () => {
      const page = await visit('/t/ours/search')
      await page.getByRole('combobox').first().waitFor()
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').waitFor()
      await page.keyboard.type('choose files')
      await page.getByRole('option', { name: /^Choose files to read/ }).waitFor()
      const chooser = page.waitForEvent('filechooser')
      await page.keyboard.press('Enter')
      const zip = zipOf({
        'logs/auth.log': `${accepted('web31')}\n${accepted('web32')}\n`,
        'photo.png': Buffer.alloc(90),
      })
      await (await chooser).setFiles([
        { name: 'case.zip', mimeType: 'application/zip', buffer: zip },
        {
          name: 'web.tar',
          mimeType: 'application/x-tar',
          buffer: tarOf({ 'a.log': `${accepted('web33')}\n` }),
        },
        { name: 'cut.zip', mimeType: 'application/zip', buffer: zip.subarray(0, zip.length - 40) },
      ])
      await page.waitForURL(/\/t\/ours\/files$/)
      await expect
        .poll(
          () =>
            page
              .getByRole('row')
              .filter({ hasText: /case\.zip.*read/ })
              .count(),
          PATIENT,
        )
        .toBe(1)
      await expect
        .poll(
          () =>
            page
              .getByRole('row')
              .filter({ hasText: /cut\.zip.*read/ })
              .count(),
          PATIENT,
        )
        .toBe(1)
      await expect.poll(() => axe(page), PATIENT).toEqual([])

      const open = async (name: string) => {
        await page.keyboard.press('g')
        await page.getByText('Go to', { exact: true }).waitFor()
        await page.keyboard.press('f')
        await page.waitForURL(/\/files$/)
        await page.getByRole('link', { name, exact: true }).waitFor()
        for (let presses = 0; presses < 20; presses++) {
          await page.keyboard.press('j')
          if ((await page.locator(':focus').textContent()) === name) break
        }
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name, level: 1 }).waitFor()
      }
      await open('case.zip')
      await page.getByRole('link', { name: /root/i }).first().waitFor()
      await expect.poll(() => factOf(page, 'Events stored').textContent(), PATIENT).toBe('2')
      expect(await page.getByRole('listitem').filter({ hasText: 'photo.png' }).textContent()).toContain(
        'left out',
      )
      await page.getByRole('cell', { name: 'logs/auth.log' }).waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/t\/ours\/search\?.*rule\.id/)
      await page.getByRole('grid').getByText('web31').first().waitFor()

      await open('cut.zip')
      await page.getByRole('heading', { name: 'What could not be read' }).waitFor()
      await page.getByText('No rule matches').waitFor()
      await expect.poll(() => axe(page), PATIENT).toEqual([])
    },
    LONG,
  )

  it('where no tenant is chosen a file is refused with words', async () => {
    const page = await visit('/all')
    await page.getByRole('main').waitFor()
    const file = { name: 'a.log', content: Buffer.from('a') }
    await dragOver(page, [file], ['dragenter'])
    await page.getByText('Open a tenant first: a file belongs to one').waitFor()
    await dragOver(page, [file], ['drop'])
    await expect.poll(() => page.getByText('Open a tenant first').count(), PATIENT).toBe(0)
    expect(new URL(page.url()).pathname).toBe('/all')
  })
})
