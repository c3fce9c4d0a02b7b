import type { ComponentDefinition, Instance, View } from './engine'
import type { LogicLayer } from './logic-layer'
import { usedComponents } from './manifest'
import type { ViewLayer } from './view-layer'

/** The platform refuses a `setData` above 1 MB (WeChat docs, framework). */
const SET_DATA_BYTES_MAX = 1024 * 1024

/** One `setData` call: page or component, bytes, fields. */
export type SetDataCall = { path: string; bytes: number; fields: readonly string[] }

export type ComponentsOptions = {
  dist: string
  view: ViewLayer
  logic(): LogicLayer
  onSetData(call: SetDataCall): void
  onError(error: unknown): void
}

type Method = (this: unknown, ...values: unknown[]) => unknown

/** Property types come as constructors of the script realm; the engine needs its own. */
const OWN_TYPES: Record<string, unknown> = { String, Number, Boolean, Object, Array }

const propertyType = (type: unknown): unknown =>
  typeof type === 'function' ? OWN_TYPES[type.name] : type

const propertiesFrom = (properties: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, stated]) => {
      if (typeof stated === 'function') return [name, { type: propertyType(stated) }]
      const { type, ...others } = stated as { type: unknown }
      return [name, { ...others, type: propertyType(type) }]
    }),
  )

const functionsOf = (source: object): [string, Method][] =>
  Object.entries(source).filter((entry): entry is [string, Method] => {
    return typeof entry[1] === 'function'
  })

/** Registers pages and components of the script realm with the view layer. */
export const componentRegistry = (options: ComponentsOptions) => {
  const { dist, view, logic, onSetData, onError } = options
  const registered = new Map<string, string>()
  /** Paths made by `Page()`; the `setData` of components is guarded in `created`. */
  const pages = new Set<string>()
  /** The script being run, to which `Page()` and `Component()` calls belong. */
  let running: { path: string; definition?: ComponentDefinition } | undefined

  /** Copies and counts the data, and calls back asynchronously, as the platform does. */
  const guardSetData = (instance: Instance, path: string) => {
    const { setData } = instance
    instance.setData = (data, callback) => {
      const json = JSON.stringify(data)
      const bytes = Buffer.byteLength(json)
      onSetData({ path, bytes, fields: Object.keys(data) })
      const unset = Object.entries(data).find(([, value]) => value === undefined)
      if (unset) onError(new Error(`${path}: setData of ${unset[0]} to undefined`))
      if (bytes > SET_DATA_BYTES_MAX) {
        return onError(new Error(`${path}: setData of ${bytes} bytes is over the limit`))
      }
      setData.call(instance, view.copy(data))
      if (callback) setTimeout(() => attempt(callback), 0)
    }
  }
  const attempt = <T>(run: () => T): T | undefined => {
    try {
      return run()
    } catch (error) {
      onError(error)
      return undefined
    }
  }
  /** Copies events passed to scripts; calls between scripts are not copied. */
  const copyingEvents = (method: Method): Method =>
    function (...values) {
      const isEvent = (value: unknown) =>
        typeof value === 'object' && value !== null && 'currentTarget' in value
      const copies = values.map((value) => (isEvent(value) ? logic().copy(value) : value))
      return attempt(() => method.apply(this, copies))
    }

  const methodsFrom = (source: object) =>
    Object.fromEntries(functionsOf(source).map(([name, method]) => [name, copyingEvents(method)]))

  const prepare = (path: string, definition: ComponentDefinition, isPage: boolean) => {
    const { data, methods, properties, created, ...others } = definition
    const kept = isPage
      ? { methods: methodsFrom(definition) }
      : {
          ...others,
          methods: methodsFrom(methods ?? {}),
          properties: propertiesFrom(properties ?? {}),
          created(this: Instance) {
            guardSetData(this, path)
            if (typeof created === 'function') created.call(this)
          },
        }
    return { ...kept, data: view.copy(data ?? {}) }
  }

  const register = (path: string, tagName: string): string => {
    const known = registered.get(path)
    if (known) return known
    const id = `c${registered.size + 1}`
    registered.set(path, id)
    const using = usedComponents(dist, path)
    const before = running
    const now: typeof running = { path }
    running = now
    logic().run(path)
    running = before
    if (!now.definition) throw new Error(`${path}.js called neither Page() nor Component()`)
    const usingComponents = Object.fromEntries(
      Object.entries(using).map(([tag, used]) => [tag, register(used, tag)]),
    )
    view.register({ id, path, tagName, usingComponents, definition: now.definition })
    return id
  }

  const define = (isPage: boolean) => (definition: object) => {
    if (running && isPage) pages.add(running.path)
    if (!running) throw new Error('Page() or Component() was called when no script was loaded')
    running.definition = prepare(running.path, definition as ComponentDefinition, isPage)
  }

  return {
    Page: define(true),
    Component: define(false),
    /** Opens a page: runs its script the first time, renders it every time. */
    create: (path: string): View => {
      const opened = view.create(register(path, 'page'))
      if (pages.has(path)) guardSetData(opened.instance, path)
      return opened
    },
  }
}
