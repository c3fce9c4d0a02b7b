import type { ViewLayer } from './view-layer'

/** Inline tags; all others start a new line. */
const INLINE = new Set(['text'])

const isHidden = (element: Element) =>
  element.hasAttribute('hidden') || /display:\s*none/.test(element.getAttribute('style') ?? '')

/** The attribute values of an element as set by its template. */
export const attributesOf = (view: ViewLayer, element: Element): Record<string, unknown> =>
  Object.fromEntries(
    (view.nodeOf(element)?._vt?.attrs ?? []).map(({ name, value }) => [name, value]),
  )

/** The WXML tag of an element. */
export const tagOf = (view: ViewLayer, element: Element): string =>
  (view.nodeOf(element)?._vt?.tagName ?? '').replace(/^wx-/, '')

const write = (view: ViewLayer, node: Node, lines: string[]): void => {
  if (node.nodeType === 3) return void lines.push(node.textContent ?? '')
  const element = node as Element
  if (isHidden(element)) return
  const tag = tagOf(view, element)
  const isLine = !INLINE.has(tag)
  if (isLine) lines.push('\n')
  if (tag === 'input' || tag === 'textarea') {
    const { value, placeholder } = attributesOf(view, element)
    lines.push((value || placeholder || '') as string)
  }
  element.childNodes.forEach((child) => write(view, child, lines))
  if (isLine) lines.push('\n')
}

/** The visible text of an element, one line per block. */
export const textOf = (view: ViewLayer, element: Element): string => {
  const lines: string[] = []
  write(view, element, lines)
  return lines
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

/** The visible elements inside an element, outermost first. */
export const visibleElements = (view: ViewLayer, root: Element): Element[] => {
  const found: Element[] = []
  const visit = (element: Element) => {
    if (isHidden(element)) return
    if (view.nodeOf(element)) found.push(element)
    Array.from(element.children).forEach(visit)
  }
  Array.from(root.children).forEach(visit)
  return found
}

/** The size of a rendered page as WeChat's audit counts it: WXML nodes and nesting depth. */
export const treeSize = (view: ViewLayer, root: Element): { nodes: number; depth: number } => {
  let nodes = 0
  let deepest = 0
  const visit = (element: Element, depth: number) => {
    const isNode = view.nodeOf(element) !== undefined
    const here = isNode ? depth + 1 : depth
    if (isNode) nodes += 1
    deepest = Math.max(deepest, here)
    Array.from(element.children).forEach((child) => visit(child, here))
  }
  visit(root, 0)
  return { nodes, depth: deepest }
}
