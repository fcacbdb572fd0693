/** Lets a person choose the file that came back; null when dismissed. */
export function chooseReturned(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.docx,.odt,.md,.markdown,.txt'
    input.hidden = true
    input.setAttribute('aria-label', 'File that came back')
    const settle = (file: File | null): void => {
      input.remove()
      resolve(file)
    }
    input.addEventListener('change', () => settle(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => settle(null))
    // In the page, so that a test can find it and the browser does not forget it.
    document.body.append(input)
    input.click()
  })
}
