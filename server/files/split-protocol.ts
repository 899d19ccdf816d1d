/** Records of one member, end to end. */
export interface Part {
  /** Name of the member that they were in. */
  member: string
  /** Lines of it that say how to read these. */
  opening: readonly string[]
  bytes: Uint8Array<ArrayBuffer>
  lengths: Uint32Array<ArrayBuffer>
}

export interface MemberCount {
  name: string
  records: number
}

export interface FileProblem {
  member: string
  message: string
}

export type ToSplitter = { kind: 'bytes'; bytes: Uint8Array } | { kind: 'end' } | { kind: 'stored' }

export type FromSplitter =
  | { kind: 'more' }
  | { kind: 'batch'; parts: Part[] }
  | ({ kind: 'member' } & MemberCount)
  | ({ kind: 'problem' } & FileProblem)
  | { kind: 'done' }
