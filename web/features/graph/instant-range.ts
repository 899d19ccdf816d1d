/** As the server takes it. */
export interface InstantRange {
  from: string
  to: string
}
