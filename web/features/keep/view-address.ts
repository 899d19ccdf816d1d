/** What of an address makes a view: all of it but which saved one it is. */
export function viewAddress(search: string): string {
  const params = new URLSearchParams(search)
  params.delete('saved')
  return params.toString()
}

/** A saved view's address with its id, so that the page knows what it shows. */
export function savedAddress({ id, address }: { id: string; address: string }): string {
  const params = new URLSearchParams(address)
  params.set('saved', id)
  return `?${params}`
}
