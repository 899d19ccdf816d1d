/** What a log says of the life of a process on one host. */
export interface ProcessStep {
  kind: 'start' | 'end'
  eventId: string
  /** Nanoseconds since the epoch. */
  time: bigint
  /** An id that is used once, such as Sysmon's ProcessGuid; undefined where the log has none. */
  entityId: string | undefined
  pid: number | undefined
  parentEntityId: string | undefined
  parentPid: number | undefined
  executable: string
  /** Empty where the log does not say. */
  parentExecutable: string
}
