/** A whole number as it is printed: no sign, no leading zeros. */
export const DECIMAL = /^(?:0|[1-9]\d{0,18})$/
/** A number as people and logs write it. */
export const NUMERIC = /^[+-]?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,3})?$/
