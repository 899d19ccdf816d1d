import { readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Writes generated/registry.ts from the files in parsers/. Same folder, same text. */
const folder = new URL('./parsers/', import.meta.url)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()

const local = (name: string): string =>
  name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()).replace(/^(\d)/, '_$1')

const text = `// Written by core/parse/generate-registry.ts (npm run generate:parsers).
import type { Parser } from '../parser.ts'
${names.map((name) => `import { parser as ${local(name)} } from '../parsers/${name}.ts'`).join('\n')}

export const parsers: readonly Parser[] = [
${names.map((name) => `  ${local(name)},`).join('\n')}
]
`

writeFileSync(fileURLToPath(new URL('./generated/registry.ts', import.meta.url)), text)
