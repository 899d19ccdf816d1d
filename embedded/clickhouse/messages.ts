/** Parent to child, once, over IPC: the secret is in no argument, no environment, no file. */
export interface Begin {
  path: string
  inbox: string
  host: string
  port: number
  user: string
  password: string
  /** Of ClickHouse's own kind. */
  configFile: string | undefined
}

/** Child to parent. */
export type Report = { kind: 'ready'; port: number } | { kind: 'failed'; message: string }
