/** The parts of WeChat's component engine (exparser, j-component) that the harness touches. */

/** A node of the rendered tree; `_vt` is what the template said of it. */
/** What `miniprogram-exparser` offers: events, and errors that a listener threw. */
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

/** What a compiled template says a node should be. */
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

/** A page in the document. */
export type View = { holder: HTMLElement; instance: Instance; remove(): void }

/** What `Component()` takes, as far as the engine reads it. */
export type ComponentDefinition = {
  data?: object
  options?: object
  behaviors?: unknown[]
  properties?: Record<string, unknown>
  methods?: Record<string, (...values: never[]) => unknown>
} & Record<string, unknown>

/** What `j-component` offers: a template and a definition become a component. */
export type Engine = {
  register(definition: object): string
  create(id: string): {
    instance: unknown
    attach(parent: Element): void
    detach(): void
  }
}

/** What `miniprogram-exparser` offers: events, and errors that a listener threw. */
export type Exparser = {
  addGlobalErrorListener(listener: (error: unknown) => void): void
  Event: {
    create(name: string, detail: object, options: object): object
    dispatchEvent(node: ExparserNode, event: object): void
  }
}
