import { $isFigureNode, $isImageNode } from '../../shared/features/figure'
import type { View } from '../../shared/features/views'
import { FigureView } from './FigureView'
import { PictureBox } from './PictureBox'

/** What draws the nodes that need controls, by node type. */
export const views: ReadonlyMap<string, View> = new Map<string, View>([
  [
    'figure',
    (node, editor) =>
      $isFigureNode(node) ? (
        <FigureView nodeKey={node.getKey()} picture={node.getPicture()} editor={editor} />
      ) : null,
  ],
  [
    'image',
    (node) => {
      if (!$isImageNode(node)) return null
      const { src, alt } = node.getPicture()
      return <PictureBox src={src} alt={alt} />
    },
  ],
])
