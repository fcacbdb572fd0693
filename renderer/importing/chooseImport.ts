/** Lets a person choose files to import; none when dismissed. */
export function chooseImport(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.docx,.odt,.html,.htm,.txt,.xml,.json'
    input.multiple = true
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    // In the page, so that a test can find it and the browser does not forget it.
    input.hidden = true
    input.setAttribute('aria-label', 'File to import')
    document.body.append(input)
    input.addEventListener('change', () => input.remove())
    input.addEventListener('cancel', () => input.remove())
    input.click()
  })
}
