/**
 * `logname= uid=0 tty=ssh rhost=10.0.0.7  user=root`: words with `=`, values without spaces.
 * @param separator what stands between them
 */
export function readAssignments(text: string, separator: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of text.split(separator, 64)) {
    const equals = part.indexOf('=')
    if (equals > 0) found.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim())
  }
  return found
}
