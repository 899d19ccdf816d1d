const MAX_KNOWN = 2_000
const known = new Map<string, string>()

/** `AccessControlRuleAction` as `access_control_rule_action`, `SrcIP` as `src_ip`, `SHA_Disposition` as `sha_disposition`. */
export function snakeCase(name: string): string {
  const cached = known.get(name)
  if (cached !== undefined) return cached
  let out = ''
  for (let i = 0; i < name.length; i++) {
    const character = name.charAt(i)
    const upper = isUpper(name, i)
    const starts = upper && i > 0 && (!isUpper(name, i - 1) || isLower(name, i + 1))
    if (/[A-Za-z0-9]/.test(character)) {
      if (starts && out !== '' && !out.endsWith('_')) out += '_'
      out += character.toLowerCase()
    } else if (out !== '' && !out.endsWith('_')) out += '_'
  }
  if (out.endsWith('_')) out = out.slice(0, -1)
  if (known.size < MAX_KNOWN) known.set(name, out)
  return out
}

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x41 && code <= 0x5a
}

function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x61 && code <= 0x7a
}
