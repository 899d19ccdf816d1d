/** Of a longer list the first values are tested: a sender pays one byte for a value, we a test of each rule. */
export const MAX_LIST_VALUES = 1_000
