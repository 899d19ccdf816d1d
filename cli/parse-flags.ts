import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearestName } from '#core/detect/sources/nearest-name'
import { escapeLines } from './terminal/escape-lines.ts'
import type { Io } from './verb.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * Flags of a verb. Answers `--help` on stdout and mistakes on stderr by itself.
 * @returns the exit code when there is nothing left to do
 */
export function parseFlags<const Given extends Options>(
  args: string[],
  options: Given,
  usage: string,
  io: Io,
) {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(usage)
    return 0
  }
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    const mistake = error instanceof Error ? error.message : String(error)
    const said = escapeLines(unknownOption(mistake, Object.keys(options)) ?? mistake)
    io.stderr.write(`${said}\n\n${usage}`)
    return 2
  }
}

/** Node's own message speaks of positional arguments, which is hardly ever what was meant. */
function unknownOption(mistake: string, known: readonly string[]): string | undefined {
  const [, written] = /^Unknown option '--([^']+)'/.exec(mistake) ?? []
  if (written === undefined) return undefined
  const meant = nearestName(written, known, 2)
  return `there is no option --${written}${meant === undefined ? '' : `; did you mean --${meant}?`}`
}
