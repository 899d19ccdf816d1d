import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { ConsoleWorld } from './console-world.ts'
import { settleKeys } from './settle-keys.ts'

/** A browser of one's own; what its console complains about fails the test. */
export async function openPage(
  browser: Browser,
  world: ConsoleWorld,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: world.url, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  settleKeys(page)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[14]/.test(message.text()))
      complaints.push(message.text())
  })
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  return page
}
