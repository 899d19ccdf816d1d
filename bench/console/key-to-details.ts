import { percentile } from '../percentile.ts'
import type { Frames, Watched } from './create-watcher.ts'

const PRESSES = 30

/** From the key that opens the next event to its fields in the details beside the list, in milliseconds. */
export async function keyToDetails(
  newPage: () => Promise<Watched>,
  slug: string,
): Promise<Frames & { inp: number }> {
  const { page, watcher, close } = await newPage()
  await page.goto(`/t/${slug}/search?range=7d`)
  await page.getByRole('grid').locator('[role=row][aria-selected]').first().waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details of the event' })
  await details.getByRole('rowheader').first().waitFor()
  const times: number[] = []
  for (let press = 0; press < PRESSES; press++) {
    await page.evaluate(WATCH)
    await page.keyboard.press('j')
    times.push(Number(await page.evaluate('shown')))
    await page.waitForTimeout(200)
  }
  const inp = await watcher.inp()
  await close()
  return { p50: Math.round(percentile(times, 0.5)), p95: Math.round(percentile(times, 0.95)), inp }
}

/** From the key to the frame in which the details show another line: each of them is another. */
const WATCH = `window.shown = new Promise((resolve) => {
  const aside = document.querySelector('aside[aria-label="Details of the event"]')
  const textOf = () => [...aside.querySelectorAll('tr, dl, dd')].map((one) => one.textContent).join(' ')
  const before = textOf()
  window.addEventListener('keydown', () => {
    const pressed = performance.now()
    const look = () => {
      const now = textOf()
      if (now !== before && aside.querySelector('th[scope=row], [role=rowheader]')) resolve(performance.now() - pressed)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, { once: true, capture: true })
}); 0`
