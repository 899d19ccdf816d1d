const hex = (value: number, width: number): string => value.toString(16).toUpperCase().padStart(width, '0')

/** `5770385F-C22A-43E0-BF4C-06F5698FFBD9`: without braces, as evtx_dump writes it. */
export function formatGuid(buffer: Buffer, at: number): string {
  const head = `${hex(buffer.readUInt32LE(at), 8)}-${hex(buffer.readUInt16LE(at + 4), 4)}`
  const tail = buffer.toString('hex', at + 8, at + 16).toUpperCase()
  return `${head}-${hex(buffer.readUInt16LE(at + 6), 4)}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

/** Bytes of the SID that begins here. */
export const sidSize = (buffer: Buffer, at: number): number => 8 + 4 * buffer.readUInt8(at + 1)

/** `S-1-5-18`: revision, authority (big-endian), and as many sub-authorities as it says. */
export function formatSid(buffer: Buffer, at: number): string {
  let text = `S-${buffer.readUInt8(at)}-${buffer.readUIntBE(at + 2, 6)}`
  const end = at + sidSize(buffer, at)
  for (let part = at + 8; part < end; part += 4) text += `-${buffer.readUInt32LE(part)}`
  return text
}
