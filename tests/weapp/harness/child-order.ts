import type { ExparserNode, VirtualNode } from './engine'

type Diff = { diffVt(before: VirtualNode, after: VirtualNode): void }

/** Recursively puts the children of a node into the order of the template. */
const reorderChildren = (virtualNode: VirtualNode): void => {
  const node: ExparserNode | undefined = virtualNode.exparserNode
  if (!node) return
  virtualNode.children.forEach((child, index) => {
    if (!child.exparserNode) return
    const current = node.childNodes[index]
    if (current === child.exparserNode) return
    if (current) node.insertBefore(child.exparserNode, current)
    else node.appendChild(child.exparserNode)
  })
  virtualNode.children.forEach(reorderChildren)
}

/**
 * j-component compares lists by key but leaves an element in place when its old and new index are
 * equal, even if others were put before it (`[a,b,c,d]` → `[d,b,c,a]` renders `[d,a,b,c]`); phones
 * do not. So each comparison is followed by one pass that restores the order.
 */
export const restoreOrder = (diff: Diff): void => {
  const { diffVt } = diff
  diff.diffVt = (before, after) => {
    diffVt(before, after)
    reorderChildren(after)
  }
}
