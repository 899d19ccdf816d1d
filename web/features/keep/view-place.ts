/** Where something of a picture lies, to be saved. */
export interface ViewPlace {
  key: string
  x: number
  y: number
}
