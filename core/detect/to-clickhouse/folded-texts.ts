/** Texts in the case folding of {@link fold}. */
export function foldedTexts(texts: string): string {
  return `arrayMap(value -> replaceAll(lowerUTF8(value), 'ς', 'σ'), ${texts})`
}
