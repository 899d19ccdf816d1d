import type { Frames, Watched } from './create-watcher.ts'

const MOVES = 120
const MOVE_MS = 16

/** All of what 10.9.0.0 and 10.9.0.1 reach: the page begins with a collection of them. */
const STEPS = ['10.9.0.0', '10.9.0.1'].map((address) => `expand:address:${address}:peers:500`).join(';')

/** Drags the graph about. */
export async function panGraph(
  newPage: () => Promise<Watched>,
  slug: string,
): Promise<Frames & { size: string }> {
  const { page, watcher, close } = await newPage()
  await page.goto(`/t/${slug}/graph?entity=address:10.9.0.0&range=24h&steps=${STEPS}`)
  const picture = page.getByRole('application')
  await picture.waitFor()
  const size = page.getByText(/^1\u2009000 nodes, /)
  await size.first().waitFor()
  // The layout comes out of its worker.
  await page.waitForTimeout(8_000)
  const box = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const [x, y] = [box.x + 20, box.y + 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const frames = await watcher.frames(async () => {
    for (let move = 0; move < MOVES; move++) {
      await page.mouse.move(x + 3 * move, y + 200 * Math.sin(move / 15) + 200)
      await page.waitForTimeout(MOVE_MS)
    }
  })
  await page.mouse.up()
  const said = (await size.first().textContent()) ?? ''
  await close()
  return { ...frames, size: said }
}
