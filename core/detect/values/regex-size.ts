const REPEAT = /\{(\d{1,9})(?:,(\d{0,9}))?\}/y

/**
 * About how many steps the automaton of an expression has: what is repeated stands there as often as it may come, so that ten
 * characters can mean a million. Rather too many than too few, and told in linear time without making one.
 */
export function regexSize(source: string): number {
  const groups = [0]
  let last = 0
  const add = (size: number) => {
    groups.push((groups.pop() ?? 0) + size)
    last = size
  }
  for (let at = 0; at < source.length; at++) {
    switch (source.charAt(at)) {
      case '\\':
        at++
        add(1)
        break
      case '[':
        at = classEnd(source, at)
        add(1)
        break
      case '(':
        groups.push(0)
        break
      case ')':
        if (groups.length > 1) add(groups.pop() ?? 0)
        break
      case '{': {
        REPEAT.lastIndex = at
        const [all, low, high] = REPEAT.exec(source) ?? []
        const times = Math.max(Number(low ?? 1), Number(high ?? 0), 1)
        const once = last
        add(once * (times - 1))
        last = once * times
        at += (all?.length ?? 1) - 1
        break
      }
      case '*':
      case '+':
      case '?':
        break
      default:
        add(1)
    }
  }
  return groups.reduce((sum, size) => sum + size, 0)
}

/** The bracket that ends a class; one that comes first is one of its characters. */
function classEnd(source: string, start: number): number {
  let at = start + (source.startsWith('[^', start) ? 2 : 1)
  for (let first = true; at < source.length; at++, first = false) {
    const character = source.charAt(at)
    if (character === '\\') at++
    else if (character === ']' && !first) return at
  }
  return at
}
