import type { Frames, Watched } from './create-watcher.ts'

const ROWS = 10_000
const WHEEL_MS = 16
const TURNS = 200
const STEP = 600

/** Scrolls through a search until more than 10,000 rows are loaded, then up and down through them. */
export async function scrollTable(
  newPage: () => Promise<Watched>,
  slug: string,
): Promise<{ scrolledRows: number; domRows: number; scroll: Frames }> {
  const { page, watcher, close } = await newPage()
  await page.goto(`/t/${slug}/search?range=30d`)
  const grid = page.getByRole('grid')
  const rows = grid.locator('[role=row][aria-selected]')
  await rows.first().waitFor()
  const loaded = async () => Number(await page.evaluate(LOADED))
  const box = (await grid.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  for (let before = 0, still = 0; before < ROWS && still < 100; ) {
    await page.evaluate(TO_END)
    await page.waitForTimeout(100)
    const now = await loaded()
    still = now > before ? 0 : still + 1
    before = now
  }
  let domRows = 0
  const wheel = async (by: number) => {
    for (let turn = 0; turn < TURNS; turn++) {
      await page.mouse.wheel(0, by)
      await page.waitForTimeout(WHEEL_MS)
      if (turn % 20 === 0) domRows = Math.max(domRows, await rows.count())
    }
  }
  const scroll = await watcher.frames(async () => {
    await wheel(-STEP)
    await wheel(STEP)
  })
  const scrolledRows = await loaded()
  await close()
  return { scrolledRows, domRows, scroll }
}

/** The element that scrolls, found from a row upwards. */
const SCROLLER = `(() => {
  let at = document.querySelector('[role=grid] [role=row][aria-selected]')
  while (at && !(at.scrollHeight > at.clientHeight + 10 && getComputedStyle(at).overflowY !== 'visible')) at = at.parentElement
  return at
})()`
const TO_END = `${SCROLLER}.scrollTo(0, 1e9)`
/** Rows below and above as well: each is as high as the first. */
const LOADED = `(() => {
  const row = document.querySelector('[role=grid] [role=row][aria-selected]')
  return Math.round(${SCROLLER}.scrollHeight / row.getBoundingClientRect().height)
})()`
