/** Types of WeChat's component engine (exparser, j-component) as far as the harness uses it. */

/** A node of the rendered tree; `_vt` is its virtual node. */
export type ExparserNode = {
  $$?: Element
  childNodes: ExparserNode[]
  parentNode: ExparserNode | null
  id: string
  dataset: Record<string, unknown>
  _vt?: VirtualNode
  insertBefore(node: ExparserNode, before: ExparserNode | undefined): void
  appendChild(node: ExparserNode): void
}

/** A node as described by a compiled template. */
export type VirtualNode = {
  tagName: string
  attrs: { name: string; value: unknown }[]
  event: Record<string, { name: string; handler: string }>
  children: VirtualNode[]
  exparserNode?: ExparserNode
}

/** `this` of a page's or component's functions. */
export type Instance = Record<string, unknown> & {
  data: Record<string, unknown>
  setData(data: object, callback?: () => void): void
}

/** A rendered page. */
export type View = { holder: HTMLElement; instance: Instance; remove(): void }

/** The options of `Component()` that the engine reads. */
export type ComponentDefinition = {
  data?: object
  options?: object
  behaviors?: unknown[]
  properties?: Record<string, unknown>
  methods?: Record<string, (...values: never[]) => unknown>
} & Record<string, unknown>

/** The API of `j-component`. */
export type Engine = {
  register(definition: object): string
  create(id: string): {
    instance: unknown
    attach(parent: Element): void
    detach(): void
  }
}

/** The API of `miniprogram-exparser`: events and listener errors. */
export type Exparser = {
  addGlobalErrorListener(listener: (error: unknown) => void): void
  Event: {
    create(name: string, detail: object, options: object): object
    dispatchEvent(node: ExparserNode, event: object): void
  }
}
