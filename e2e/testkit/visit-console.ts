import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { ConsoleWorld } from './console-world.ts'

/** A browser of one's own, signed in; what its console complains about fails the test. */
export async function visitConsole(
  browser: Browser,
  world: ConsoleWorld,
  { email, to, ...options }: { email: string; to: string } & BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: world.url, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
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
  await page.goto(`/login?next=${encodeURIComponent(to)}`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(world.password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/login')
  return page
}
