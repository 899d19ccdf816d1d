const KINDS: ReadonlyMap<number, string> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [56, 'sha224'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
])
const HEX = /^[\da-fA-F]+$/

/** Which hash a hexadecimal text is by its length: the last part of its ECS name. */
export function hashKind(text: string): string | undefined {
  const kind = KINDS.get(text.length)
  return kind !== undefined && HEX.test(text) ? kind : undefined
}
