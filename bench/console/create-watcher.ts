import type { Page } from 'playwright-core'
import { percentile } from '../percentile.ts'

export interface Frames {
  /** Milliseconds between frames. */
  p50: number
  p95: number
}

export interface Watcher {
  /** Milliseconds between frames while something is done. */
  frames(act: () => Promise<void>): Promise<Frames>
  /** Milliseconds until the largest part of the page was drawn. */
  lcp(): Promise<number>
  /** Layout shift without input, as Chromium scores it. */
  cls(): Promise<number>
  /** Slowest of the interactions so far, milliseconds. */
  inp(): Promise<number>
}

export interface Watched {
  page: Page
  watcher: Watcher
  close(): Promise<void>
}

/** Watches from the first byte of each page on. */
export async function createWatcher(page: Page): Promise<Watcher> {
  await page.addInitScript(SCRIPT)
  const read = async (expression: string): Promise<number> => Number(await page.evaluate(expression))
  return {
    async frames(act) {
      await page.evaluate('watched.frames = []; 0')
      await act()
      const times = (await page.evaluate('watched.frames')) as number[]
      return { p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) }
    },
    lcp: async () => Math.round(await read('watched.lcp')),
    cls: async () => Math.round((await read('watched.cls')) * 1000) / 1000,
    inp: async () => Math.round(await read('watched.inp')),
  }
}

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10

const SCRIPT = `(() => {
  const watched = (window.watched = { frames: [], lcp: 0, cls: 0, inp: 0 })
  const watch = (type, take, more) => new PerformanceObserver((list) => list.getEntries().forEach(take))
    .observe({ type, buffered: true, ...more })
  watch('largest-contentful-paint', (entry) => { watched.lcp = entry.startTime })
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) watched.cls += entry.value })
  watch('event', (entry) => { if (entry.interactionId) watched.inp = Math.max(watched.inp, entry.duration) }, { durationThreshold: 16 })
  let last = performance.now()
  const tick = (now) => {
    watched.frames.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
})()`
