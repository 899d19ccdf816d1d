const HEX = /^[\da-fA-F]{12}$/

/** @returns `00-0C-29-EB-35-DE` as ECS has it, undefined for what is no MAC address */
export function formatMac(text: string): string | undefined {
  if (text.length > 17) return undefined
  const digits = text.replaceAll(/[:.-]/g, '')
  if (!HEX.test(digits)) return undefined
  return (digits.toUpperCase().match(/../g) ?? []).join('-')
}
