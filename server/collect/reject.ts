const STATUS = {
  malformed: 400,
  unauthorized: 401,
  too_large: 413,
  unsupported: 415,
  unavailable: 503,
  busy: 503,
} as const

export type RejectReason = keyof typeof STATUS

/** Why a request is not accepted: said to the shipper, counted by its reason. */
export class Reject extends Error {
  override readonly name = 'Reject'
  readonly reason: RejectReason

  constructor(reason: RejectReason, message: string) {
    super(message)
    this.reason = reason
  }

  get status(): number {
    return STATUS[this.reason]
  }
}
