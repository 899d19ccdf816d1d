const MAX_PAIRS = 200
const KEY = /[a-z][\w.[\]]{0,63}=/

/**
 * `(user=root command=cat /etc/shadow file=/etc/shadow)`: values go on until the next key, because nothing quotes
 * them.
 */
export function readOutputPairs(text: string): Map<string, string> {
  const pairs = new Map<string, string>()
  let key = ''
  let value = ''
  const close = (): void => {
    if (key !== '' && !pairs.has(key) && value !== '' && value !== '<NA>') pairs.set(key, value)
  }
  for (const word of text.split(' ', 2_000)) {
    const match = KEY.exec(word.slice(0, 80))
    if (match?.index === 0 && pairs.size < MAX_PAIRS) {
      close()
      key = match[0].slice(0, -1)
      value = word.slice(match[0].length)
    } else if (key !== '') value += ` ${word}`
  }
  close()
  return pairs
}
