import type { ExparserNode, VirtualNode } from './engine'

type Diff = { diffVt(before: VirtualNode, after: VirtualNode): void }

/** Puts the children of a node, and theirs, in the order that the template states. */
const reorderChildren = (wanted: VirtualNode): void => {
  const node: ExparserNode | undefined = wanted.exparserNode
  if (!node) return
  wanted.children.forEach((child, index) => {
    if (!child.exparserNode) return
    const there = node.childNodes[index]
    if (there === child.exparserNode) return
    if (there) node.insertBefore(child.exparserNode, there)
    else node.appendChild(child.exparserNode)
  })
  wanted.children.forEach(reorderChildren)
}

/**
 * j-component compares lists by key but leaves an element in place when its old and new index are
 * equal, even if others were put before it (`[a,b,c,d]` → `[d,b,c,a]` renders `[d,a,b,c]`); phones
 * do not. So every comparison is followed by one walk that puts right what is out of order.
 */
export const restoreOrder = (diff: Diff): void => {
  const { diffVt } = diff
  diff.diffVt = (before, after) => {
    diffVt(before, after)
    reorderChildren(after)
  }
}
