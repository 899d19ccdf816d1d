import type { Page } from 'playwright-core'
import type { ConsoleWorld } from './console-world.ts'

export async function signIn(page: Page, world: ConsoleWorld, email: string, to = '/'): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(to)}`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(world.password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/login')
}
