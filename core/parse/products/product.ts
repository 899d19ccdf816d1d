/** Who wrote a line, as `observer.*` and `event.module` say it. */
export interface Product {
  vendor: string
  product: string
  /** `event.module`: lower case, words joined by underscores. */
  module: string
}

export const productOf = (vendor: string, product: string, module: string): Product => ({
  vendor,
  product,
  module,
})
