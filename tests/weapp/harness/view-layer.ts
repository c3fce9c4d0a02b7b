import { createRequire } from 'node:module'
import { JSDOM, VirtualConsole } from 'jsdom'
import { restoreOrder } from './child-order'
import type { ComponentDefinition, Engine, Exparser, ExparserNode, Instance, View } from './engine'
import { moduleLoader } from './modules'
import { templatesOf } from './templates'

/** A phone's screen in logical pixels. */
export const SCREEN = { width: 390, height: 844 } as const

/** A page or component with its definition and template path. */
export type Registration = {
  id: string
  path: string
  tagName: string
  usingComponents: Record<string, string>
  definition: ComponentDefinition
}

/** The realm that renders templates: WeChat's engine over a document of its own. */
export type ViewLayer = {
  document: Document
  register(registration: Registration): void
  /** Renders a registered page into the document, hidden until it is shown. */
  create(id: string): View
  /** Copies a value into this realm, as all data between the layers is copied. */
  copy<T>(value: T): T
  dispatch(element: Element, name: string, detail: object): void
  nodeOf(element: Element): ExparserNode | undefined
  close(): void
}

/** The engine's scripts expect a browser; they get a JSDOM of their own. */
const engineFile = createRequire(__filename).resolve('j-component')

const openEngine = (dom: JSDOM) => {
  const { window } = dom
  const load = moduleLoader({
    context: dom.getInternalVMContext(),
    globals: { global: window, process: undefined },
    resolve: (request, fromFile) => createRequire(fromFile).resolve(request),
  })
  const at = (request: string) => load(createRequire(engineFile).resolve(request))
  const engine = load(engineFile) as Engine
  restoreOrder(at('./src/render/diff') as Parameters<typeof restoreOrder>[0])
  return { engine, exparser: at('miniprogram-exparser') as Exparser }
}

/** Warnings of the engine (such as a missing template) count as errors of the mini program. */
const consoleFor = (onError: (error: unknown) => void) => {
  const virtualConsole = new VirtualConsole()
  const report = (...values: unknown[]) => onError(new Error(values.map(String).join(' ')))
  return virtualConsole.on('warn', report).on('error', report).on('jsdomError', report)
}

const EVENT_OPTIONS = { bubbles: true, capturePhase: true, composed: true }

/** Opens a view layer for a built mini program; `onError` receives what its handlers throw. */
export const openViewLayer = (dist: string, onError: (error: unknown) => void): ViewLayer => {
  const dom = new JSDOM('<!doctype html><body></body>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole: consoleFor(onError),
  })
  const { window } = dom
  Object.defineProperties(window, {
    innerWidth: { value: SCREEN.width },
    innerHeight: { value: SCREEN.height },
    // From this version on, wcc's code leaves the tree to the engine.
    __webview_engine_version__: { value: 0.02 },
  })
  const { engine, exparser } = openEngine(dom)
  exparser.addGlobalErrorListener((error) => onError(error))
  const template = templatesOf(dist, dom)
  const copy = <T>(value: T): T =>
    value === undefined ? value : (window.JSON.parse(JSON.stringify(value)) as T)
  const nodeOf = (element: Element) =>
    (element as Element & { __wxElement?: ExparserNode }).__wxElement
  return {
    document: window.document,
    copy,
    nodeOf,
    register: ({ definition, path, ...registration }) =>
      void engine.register({
        ...registration,
        path,
        template: template(path),
        ...definition,
        options: { ...definition.options, classPrefix: '' },
      }),
    create: (id) => {
      const root = engine.create(id)
      const holder = window.document.createElement('div')
      window.document.body.appendChild(holder)
      root.attach(holder)
      return {
        holder,
        instance: root.instance as Instance,
        remove: () => {
          root.detach()
          holder.remove()
        },
      }
    },
    dispatch: (element, name, detail) => {
      const node = nodeOf(element)
      if (!node) throw new Error(`<${element.tagName}> is not a node of a page`)
      const extraFields = { touches: copy([]), changedTouches: copy([]) }
      const event = exparser.Event.create(name, copy(detail), { ...EVENT_OPTIONS, extraFields })
      exparser.Event.dispatchEvent(node, event)
    },
    close: () => window.close(),
  }
}
