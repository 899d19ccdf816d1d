export interface At {
  /** Offset in the file's text; see `Notes`. */
  offset: number
}

export type YamlScalar = At & {
  kind: 'scalar'
  value: string | number | boolean | null
  written: string
  /** Where it ends in the file's text, quotes included. */
  end: number
  /** Neither quoted nor a block. */
  plain: boolean
}
export type YamlList = At & { kind: 'list'; items: readonly YamlNode[] }
export type YamlMap = At & { kind: 'map'; entries: readonly YamlEntry[] }
export type YamlNode = YamlScalar | YamlList | YamlMap
export type YamlEntry = { key: string; keyAt: YamlScalar; value: YamlNode }

export interface YamlDocument {
  /** 0-based, counting every document of the file. */
  index: number
  root: YamlNode
  text: string
}

export type Report = (at: At, message: string, mend: string) => void

export function nodeOf(map: YamlMap, key: string): YamlNode | undefined {
  return map.entries.find((entry) => entry.key === key)?.value
}
