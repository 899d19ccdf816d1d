import type { Fields } from '../../event/event.ts'

const MAX_ADDRESS = 320

/** `name=<value>` or `name=value`, up to `>`, a blank, a comma or a semicolon. */
export function envelopeValue(text: string, name: string): string | undefined {
  const at = text.indexOf(`${name}=`)
  if (at < 0 || (at > 0 && !' ,;<('.includes(text[at - 1] ?? ''))) return undefined
  const start = at + name.length + 1
  const angle = text[start] === '<'
  const rest = text.slice(start, start + 1_000)
  const end = angle ? rest.indexOf('>') : rest.search(/[\s,;]|$/)
  return end < 0 ? undefined : rest.slice(angle ? 1 : 0, end)
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

function isAddress(value: string | undefined): value is string {
  return value !== undefined && value !== '' && value.length <= MAX_ADDRESS
}

/** Who writes to whom; the domains stand for the ends of the connection where the log names none. */
export function setEnvelope(fields: Fields, sender: string | undefined, recipient: string | undefined): void {
  if (isAddress(sender)) {
    fields['email.from.address'] = [sender]
    if (sender.includes('@') && fields['source.address'] === undefined) {
      fields['source.address'] = domainOf(sender)
      fields['source.domain'] = domainOf(sender)
    }
  }
  if (!isAddress(recipient)) return
  fields['email.to.address'] = [recipient]
  if (!recipient.includes('@') || fields['destination.address'] !== undefined) return
  fields['destination.address'] = domainOf(recipient)
  fields['destination.domain'] = domainOf(recipient)
}
