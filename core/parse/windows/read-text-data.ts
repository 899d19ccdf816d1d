const MAX_PARTS = 200
const LABEL = /^\s*([A-Za-z][A-Za-z ]{2,50}):(.*)/
const TAG = /<([A-Za-z]{3,30})>([^<]{1,2000})<\//g

/** `Client Address: 10.0.0.7:51012` a line, or at the end of a sentence; a label's value may stand in the next line. */
export function readLabels(message: string): Map<string, string> {
  const found = new Map<string, string>()
  let label = ''
  for (const part of message.split(/[\r\n]+|\. /, MAX_PARTS)) {
    const [, name = '', rest = ''] = LABEL.exec(part) ?? []
    const value = rest.trim()
    const below = part.trim()
    if (value !== '') found.set(name, value.replace(/\.$/, ''))
    else if (name === '' && label !== '' && below !== '') found.set(label, below)
    label = value === '' && (name !== '' || below === '') ? name || label : ''
  }
  return found
}

/** The leaves of the XML in an audit of AD FS; `N/A` is its word for nothing. */
export function readTags(message: string): Map<string, string> {
  const found = new Map<string, string>()
  let count = 0
  for (const [, name = '', value = ''] of message.matchAll(TAG)) {
    if (++count > MAX_PARTS) break
    if (value !== 'N/A' && !found.has(name)) found.set(name, value)
  }
  return found
}
