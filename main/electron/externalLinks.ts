import type { ElectronApi } from './electronApi'

/** Opens a link in the system's own program, after a person has seen the whole address and agreed. */
export function createLinkOffer({
  dialog,
  shell,
}: Pick<ElectronApi, 'dialog' | 'shell'>): (address: string) => void {
  let asking = false

  async function ask(address: string): Promise<void> {
    const program = address.startsWith('mailto:') ? 'your mail program' : 'your browser'
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: `Open this address in ${program}?`,
      detail: address,
      buttons: ['Open', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    if (response === 0) await shell.openExternal(address)
  }

  return (address) => {
    // A page that opens a hundred links gets one question.
    if (asking) return
    asking = true
    ask(address)
      .catch(() => undefined)
      .finally(() => {
        asking = false
      })
  }
}
