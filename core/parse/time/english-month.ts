/** Months as Java writes them in French, German, Spanish, Italian, Portuguese and Dutch, by their English names. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  Jan: 'janv ene gen janeiro januar',
  Feb: 'févr fevr febr fev',
  Mar: 'mars mär märz mrz maart mrt marzo março',
  Apr: 'avr abr april',
  May: 'mai mag mei maio mayo',
  Jun: 'juin giu juni',
  Jul: 'juil lug juli',
  Aug: 'août aout ago augustus',
  Sep: 'sept set settembre',
  Oct: 'ott okt out',
  Nov: 'nov',
  Dec: 'déc dic dez',
}
const ENGLISH = new Map(
  Object.entries(ABBREVIATIONS).flatMap(([month, words]) => words.split(' ').map((word) => [word, month])),
)

const STAMP = /^(\d\d)\/([\p{L}]{3,9})\.?\/(\d{4}:.{10,20})$/u

/** @returns `02/Sep/2026:12:00:00 +0200` for `02/sept./2026:12:00:00 +0200`, undefined for what is no such time */
export function withEnglishMonth(stamp: string): string | undefined {
  const [, day, word = '', rest] = STAMP.exec(stamp) ?? []
  const month = ENGLISH.get(word.toLowerCase())
  return month === undefined ? undefined : `${day}/${month}/${rest}`
}
