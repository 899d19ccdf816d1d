import type { Writable } from 'node:stream'

/** One line on a terminal, written over as the work goes on. */
export interface Progress {
  update(now: { bytes: number; events: number; detections: number }): void
  /** Makes room for other text; the next update shows it again. */
  clear(): void
}

const EVERY_MS = 100
const CLEAR = '\r\u001b[2K'

/** @param total bytes of all inputs; undefined when one does not tell */
export function createProgress(stderr: Writable, total: number | undefined): Progress {
  const started = Date.now()
  let shown = started
  let visible = false
  return {
    update({ bytes, events, detections }) {
      const now = Date.now()
      if (now - shown < EVERY_MS) return
      shown = now
      visible = true
      const done = total ? `${Math.floor((100 * bytes) / total)} %` : `${(bytes / 1e6).toFixed(1)} MB`
      const rate = Math.round((events * 1000) / (now - started))
      stderr.write(`${CLEAR}${done}  ${events} events  ${rate}/s  ${detections} detections`)
    },
    clear() {
      if (visible) stderr.write(CLEAR)
      visible = false
    },
  }
}
