/** Braces make it one hash slot, as BullMQ needs in a cluster. */
export const REDIS_PREFIX = '{nightjar}'
