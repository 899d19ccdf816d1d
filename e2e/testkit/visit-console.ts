import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { ConsoleWorld } from './console-world.ts'
import { openPage } from './open-page.ts'
import { signIn } from './sign-in.ts'

/** A browser of one's own, signed in; what its console complains about fails the test. */
export async function visitConsole(
  browser: Browser,
  world: ConsoleWorld,
  { email, to, ...options }: { email: string; to: string } & BrowserContextOptions,
): Promise<Page> {
  const page = await openPage(browser, world, options)
  await signIn(page, world, email, to)
  return page
}
