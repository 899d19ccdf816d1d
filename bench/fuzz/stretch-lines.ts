const WORD = /[\p{L}\p{N}]+/u

/**
 * Lines as long as asked for, made of a sample and one of its own delimiters, over and over: what costs more than
 * its length by a parser that looks back or ahead from each of them.
 */
export function* stretchLines(sample: string, length: number): Generator<string> {
  const delimiters = new Set(sample.split(WORD).filter((text) => text !== '' && text.length <= 8))
  for (const character of [...delimiters].join('')) delimiters.add(character)
  for (const delimiter of [...delimiters].slice(0, MOST)) {
    const at = sample.indexOf(delimiter) + delimiter.length
    const times = Math.ceil(length / (delimiter.length + 1))
    yield sample.slice(0, at) + delimiter.repeat(times) + sample.slice(at)
    yield sample.slice(0, at) + `a${delimiter}`.repeat(times) + sample.slice(at)
  }
  yield sample.repeat(Math.ceil(length / sample.length))
}

const MOST = 24
