import type { Form, Review, ReviewNode } from './model'

/** The article's text with its review in it: the reverse of `parseReview`. */
export function serialiseReview({ frontMatter, nodes }: Review): string {
  return frontMatter + serialiseNodes(nodes)
}

export function serialiseNodes(nodes: readonly ReviewNode[]): string {
  return nodes.map(serialise).join('')
}

function serialise(node: ReviewNode): string {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'insertion':
    case 'deletion': {
      const [open, close] = node.kind === 'insertion' ? ['{++', '++}'] : ['{--', '--}']
      const comments = commentsOf(node.comments)
      if (node.form === 'pilcrow')
        return `${open}¶${close}${comments}${serialiseNodes(node.children)}`
      return `${open}${wrapped(node.children, node.form)}${close}${comments}`
    }
    case 'substitution':
      return `{~~${wrapped(node.old, node.form)}~>${wrapped(node.now, node.form)}~~}${commentsOf(node.comments)}`
    case 'highlight':
      return `{==${serialiseNodes(node.children)}==}${commentsOf(node.comments)}`
    case 'comment':
      return commentsOf(node.comments)
  }
}

function wrapped(nodes: readonly ReviewNode[], form: Exclude<Form, 'pilcrow'>): string {
  const content = serialiseNodes(nodes)
  return form === 'plain' ? content : `¶${form.ending}${content}${form.ending}¶`
}

function commentsOf(comments: readonly string[]): string {
  return comments.map((comment) => `{>>${comment}<<}`).join('')
}
