import { LEVELS } from '../../ui/level.ts'

const TOKENS = [
  'bg',
  'surface',
  'line',
  'edge',
  'text',
  'muted',
  'accent',
  'link',
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const

export type GraphColours = Record<(typeof TOKENS)[number], string>

/** What the canvas is drawn with: a stylesheet does not reach into it. */
export function readGraphColours(): GraphColours {
  const style = getComputedStyle(document.documentElement)
  const entries = TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim()] as const)
  return Object.fromEntries(entries) as GraphColours
}

export const LEVEL_TOKENS = Object.fromEntries(
  LEVELS.map((level) => [level, level === 'informational' ? 'info' : level]),
) as Record<(typeof LEVELS)[number], keyof GraphColours>
