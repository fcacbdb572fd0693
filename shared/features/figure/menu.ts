import { $insertNodeToNearestRoot } from '@lexical/utils'
import type { Action } from '../feature'
import { $createFigureNode } from './node'

export const figureActions: readonly Action[] = [
  {
    name: 'figure.insert',
    label: 'Picture',
    keywords: ['image', 'photo', 'figure', 'illustration'],
    icon: 'image',
    shortcuts: { document: ['Mod+Shift+I'] },
    group: 'insert',
    inToolbar: true,
    run: (editor, host) => {
      void host.choosePicture().then((chosen) => {
        if (chosen === null) return
        editor.update(() => {
          $insertNodeToNearestRoot(
            $createFigureNode({ src: chosen.src, alt: '', title: '', reference: '' }),
          )
        })
      })
    },
  },
]
