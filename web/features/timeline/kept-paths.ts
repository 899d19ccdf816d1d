import type { KeptMark } from '../keep/kept-marks.ts'
import { type Frame, xOf } from './lane-paths.ts'

/** Lines through all lanes: a pin has a bar on top, what is only tagged or noted a flag. Two paths, however many. */
export function keptPaths(marks: Iterable<KeptMark>, frame: Frame, height: number) {
  let pins = ''
  let flags = ''
  for (const { time, pins: pinned } of marks) {
    const at = Date.parse(time)
    if (at < frame.span.from || at >= frame.span.to) continue
    const x = Math.round(xOf(at, frame) * 10) / 10
    if (pinned > 0) pins += `M${x} 0v${height}m-4 0h8M${x - 4} 0.75h8`
    else flags += `M${x} ${height}V0.75h7l-2.5 3 2.5 3h-7`
  }
  return { pins, flags }
}
