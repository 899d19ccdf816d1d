export interface StoryLine {
  secondsAgo: number
  text: string
}

/** `-HH:MM:SS record` a line; empty lines and those that begin with `#` are for people. */
export function readStory(text: string, file: string): StoryLine[] {
  return text.split('\n').flatMap((line, i) => {
    if (line === '' || line.startsWith('#')) return []
    const match = /^-(\d\d):(\d\d):(\d\d) (.+)$/.exec(line)
    if (!match) throw new Error(`${file}:${i + 1}: expected -HH:MM:SS and a record`)
    const [hours = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map(Number)
    return [{ secondsAgo: hours * 3600 + minutes * 60 + seconds, text: match[4] ?? '' }]
  })
}
