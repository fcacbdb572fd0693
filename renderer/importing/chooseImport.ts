/** Lets a person choose a file to import; null when dismissed. */
export function chooseImport(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.docx,.html,.htm,.txt,.xml,.json'
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    // In the page, so that a test can find it and the browser does not forget it.
    input.hidden = true
    input.setAttribute('aria-label', 'File to import')
    document.body.append(input)
    input.addEventListener('change', () => input.remove())
    input.addEventListener('cancel', () => input.remove())
    input.click()
  })
}
