const FENCE = /^```[^`\n]*$/gm

/**
 * SIGMA rules as they are pasted, and the commands behind them, from a line that begins with `|`. No line of YAML begins
 * so, nor with the fences of Markdown: those become blanks, and places stay what they are.
 */
export function splitRule(text: string): { rule: string; commands: string } {
  const bare = text.replace(FENCE, (fence) => ' '.repeat(fence.length))
  const at = /^\|/m.exec(bare)?.index ?? bare.length
  return { rule: bare.slice(0, at), commands: bare.slice(at) }
}
