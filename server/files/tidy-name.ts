const LONGEST = 300
// biome-ignore lint/suspicious/noControlCharactersInRegex: names in archives are hostile, these are what they hide in
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** A name to show and to search for: nothing that hides in it, and not without end. It is never used as a path. */
export function tidyName(name: string): string {
  const tidy = name.replace(HIDDEN, '\ufffd')
  return tidy.length > LONGEST ? `…${tidy.slice(tidy.length - LONGEST + 1)}` : tidy
}
