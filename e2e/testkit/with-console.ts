import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type ConsoleWorld, consoleWorld } from './console-world.ts'
import { findChromium, openChromium } from './open-chromium.ts'
import { openPage } from './open-page.ts'
import { signIn } from './sign-in.ts'

/** The console may have to be built first. */
const PATIENCE_MS = 400_000

/** Whoever visits is the analyst of both tenants, if no other is named. */
type Visit = { email?: string } & BrowserContextOptions

/**
 * The console in a browser, for all tests of a file; where there is no Chromium each of them is skipped.
 * @param fill what is there before the first test
 */
export function withConsole(fill: (world: ConsoleWorld) => Promise<void> = async () => {}) {
  const chromium = findChromium()
  let world: ConsoleWorld
  let browser: Browser

  beforeAll(async () => {
    if (!chromium) return
    world = await consoleWorld()
    browser = await openChromium(chromium)
    await fill(world)
  }, PATIENCE_MS)

  beforeEach(({ skip }) => {
    if (!chromium) skip('Chromium not found')
  })

  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  return {
    world: () => world,
    /** A browser of one's own; what its console complains about fails the test. */
    open: (options?: BrowserContextOptions): Promise<Page> => openPage(browser, world, options),
    /** The same, signed in. */
    async visit(to: string, { email = 'analyst@harrier.example', ...options }: Visit = {}): Promise<Page> {
      const page = await openPage(browser, world, options)
      await signIn(page, world, email, to)
      return page
    },
  }
}
