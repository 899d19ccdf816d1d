import type { Writable } from 'node:stream'
import type { Level } from '#core/event/detection'

const CODES = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36, dim: 2, bold: 1 } as const
export type Colour = keyof typeof CODES

/** Colours a text that is already safe to print. */
export type Paint = (colour: Colour, text: string) => string

/** Colours on a terminal that has them and nobody asked it not to use (NO_COLOR); elsewhere plain text. */
export function createPaint(stream: Writable): Paint {
  const coloured =
    isTerminal(stream) &&
    'hasColors' in stream &&
    typeof stream.hasColors === 'function' &&
    stream.hasColors() === true
  return coloured ? (colour, text) => `\u001b[${CODES[colour]}m${text}\u001b[0m` : (_, text) => text
}

export function isTerminal(stream: Writable): boolean {
  return 'isTTY' in stream && stream.isTTY === true
}

export const LEVEL_COLOURS: Readonly<Record<Level, Colour>> = {
  informational: 'dim',
  low: 'cyan',
  medium: 'yellow',
  high: 'red',
  critical: 'magenta',
}
