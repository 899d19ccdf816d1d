/**
 * A function that remembers its answers, for texts that logs repeat.
 * @param most how many; all are forgotten when there are more
 */
export function remember<Answer>(most: number, ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = ask(text)
    if (known.size >= most) known.clear()
    known.set(text, answer)
    return answer
  }
}
