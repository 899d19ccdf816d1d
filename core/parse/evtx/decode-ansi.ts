/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9f. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Western Windows' own code page; which one the writer had, no event says. Node 20 takes it for Latin-1. */
export function decodeAnsi(buffer: Buffer, start: number, end: number): string {
  const text = buffer.toString('latin1', start, end)
  return text.replace(/[\x80-\x9f]/g, (character) => UPPER.charAt(character.charCodeAt(0) - 0x80))
}
