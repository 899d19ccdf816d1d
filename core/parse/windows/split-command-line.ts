const SPACE = 0x20
const TAB = 0x09
const QUOTE = 0x22
const BACKSLASH = 0x5c

const MAX_ARGUMENTS = 512

/** The arguments of a Windows command line, by the rules of `CommandLineToArgvW`. */
export function splitCommandLine(line: string): string[] {
  if (!line.includes('"') && !line.includes('\t'))
    return line.split(' ', MAX_ARGUMENTS).filter((argument) => argument !== '')
  const list: string[] = []
  let at = 0
  while (at < line.length && list.length < MAX_ARGUMENTS) {
    while (line.charCodeAt(at) === SPACE || line.charCodeAt(at) === TAB) at++
    if (at >= line.length) break
    let argument = ''
    let quoted = false
    let from = at
    for (; at < line.length; at++) {
      const code = line.charCodeAt(at)
      if (!quoted && (code === SPACE || code === TAB)) break
      if (code !== QUOTE) continue
      let slashes = 0
      while (at - slashes > from && line.charCodeAt(at - slashes - 1) === BACKSLASH) slashes++
      argument += line.slice(from, at - slashes) + '\\'.repeat(slashes >> 1)
      from = at + 1
      if (slashes % 2 === 1) argument += '"'
      else if (quoted && line.charCodeAt(at + 1) === QUOTE) {
        argument += '"'
        at++
        from = at + 1
      } else quoted = !quoted
    }
    list.push(argument + line.slice(from, at))
  }
  return list
}
