/** Opens the browser's own dialog for files, for who has no pointer to drop them with. */
export function chooseFiles(take: (files: readonly File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    if (files.length > 0) take(files)
  })
  input.click()
}
