/** Texts in the case folding of {@link fold}. */
export function foldedTexts(texts: string): string {
  return `arrayMap(value -> ${foldedText('value')}, ${texts})`
}

export function foldedText(text: string): string {
  return `replaceAll(lowerUTF8(${text}), 'ς', 'σ')`
}
