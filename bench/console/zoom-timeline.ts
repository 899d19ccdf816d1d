import type { Frames, Watched } from './create-watcher.ts'

const WHEEL_MS = 16
const TURNS = 40

/** Zooms and pans by wheel over a million events, from the whole year to days and back, new answers coming in between. */
export async function zoomTimeline(
  newPage: () => Promise<Watched>,
  slug: string,
): Promise<Frames & { events: string }> {
  const { page, watcher, close } = await newPage()
  await page.goto(`/t/${slug}/timeline?range=all`)
  const lanes = page.getByRole('slider', { name: /^Events in lanes/ })
  const counted = page.getByText(/^1\u2009000\u2009000 events$/)
  await counted.waitFor()
  const events = (await counted.textContent()) ?? ''
  const box = (await lanes.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(box.x + box.width * 0.6, box.y + 80)
  const wheel = async (x: number, y: number) => {
    for (let turn = 0; turn < TURNS; turn++) {
      await page.mouse.wheel(x, y)
      await page.waitForTimeout(WHEEL_MS)
    }
  }
  const frames = await watcher.frames(async () => {
    await wheel(0, -60)
    await wheel(40, 0)
    await wheel(0, 60)
    await wheel(-40, 0)
  })
  await close()
  return { ...frames, events }
}
