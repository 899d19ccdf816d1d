/** Longest frame taken whole; RFC 5425 asks for 8 KiB at least. */
export const MAX_FRAME_BYTES = 64 * 1024

/** In front of every further part of a frame that was too long. */
export const CONTINUED = Buffer.from('[continued] ')

const NUL = 0x00
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const LESS_THAN = 0x3c
const MAX_DIGITS = 7

export interface FrameReader {
  push(chunk: Buffer): void
  /** The connection ended: what is left is a frame too. */
  end(): void
}

interface FrameListener {
  record(bytes: Buffer): void
  /** A frame is too long and goes on in the next record. */
  split(): void
}

/**
 * Cuts a TCP stream into syslog messages (RFC 6587), framing recognised anew for every frame: `MSG-LEN SP <` means
 * counted octets, all else a line that ends with LF or NUL. Time linear in the bytes however they arrive; holds at most
 * one frame.
 */
export function createFrameReader(listener: FrameListener): FrameReader {
  let mode: 'start' | 'line' | 'counted' = 'start'
  /** What stands where a count may stand, until that is settled. */
  let head = ''
  let parts: Buffer[] = []
  let size = 0
  let missing = 0
  let continued = false

  function keep(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) {
      if (size === MAX_FRAME_BYTES) {
        emit()
        listener.split()
        continued = true
      }
      const part = bytes.subarray(at, at + MAX_FRAME_BYTES - size)
      parts.push(part)
      size += part.length
      at += part.length
    }
  }

  function emit(): void {
    const bytes = trimEnd(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, size))
    if (bytes.length > 0) listener.record(continued ? Buffer.concat([CONTINUED, bytes]) : bytes)
    parts = []
    size = 0
  }

  function finish(): void {
    emit()
    mode = 'start'
    continued = false
  }

  /** @returns whether the byte belonged to the head */
  function readHead(byte: number): boolean {
    if (head === '' && (byte === LF || byte === CR || byte === NUL || byte === SPACE)) return true
    const isDigit = byte >= (head === '' ? 0x31 : 0x30) && byte <= 0x39
    if (isDigit && !head.endsWith(' ') && head.length < MAX_DIGITS) {
      head += String.fromCharCode(byte)
      return true
    }
    if (byte === SPACE && head !== '' && !head.endsWith(' ')) {
      head += ' '
      return true
    }
    if (byte === LESS_THAN && head.endsWith(' ')) {
      mode = 'counted'
      missing = Number(head)
    } else {
      mode = 'line'
      if (head !== '') keep(Buffer.from(head))
    }
    head = ''
    return false
  }

  function readCounted(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + missing)
    keep(chunk.subarray(at, end))
    missing -= end - at
    if (missing === 0) finish()
    return end
  }

  return {
    push(chunk) {
      // Sought once per chunk, not once per line: there may be none of it.
      let nul = chunk.indexOf(NUL)
      for (let at = 0; at < chunk.length; ) {
        if (mode === 'start') {
          if (readHead(chunk[at] ?? 0)) at++
        } else if (mode === 'counted') {
          at = readCounted(chunk, at)
        } else {
          if (nul !== -1 && nul < at) nul = chunk.indexOf(NUL, at)
          const lf = chunk.indexOf(LF, at)
          const end = lf === -1 || (nul !== -1 && nul < lf) ? nul : lf
          keep(chunk.subarray(at, end === -1 ? chunk.length : end))
          at = end === -1 ? chunk.length : end + 1
          if (end !== -1) finish()
        }
      }
    },
    end() {
      if (head !== '') keep(Buffer.from(head))
      head = ''
      if (size > 0) finish()
    },
  }
}

/** Without the line end that some senders put inside of the frame. */
export function trimEnd(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0) {
    const byte = bytes[end - 1]
    if (byte !== LF && byte !== CR && byte !== NUL) break
    end--
  }
  return end === bytes.length ? bytes : bytes.subarray(0, end)
}
