import { Script } from 'node:vm'
import type { JSDOM } from 'jsdom'
import { compileWxml } from './compilers'

/** Renders one template: data to a tree of virtual nodes. */
export type Template = (data: object) => object

const scripts = new Map<string, Script>()

/** All templates of a dist as one script, compiled once. */
const compiled = (dist: string): Script => {
  const known = scripts.get(dist)
  if (known) return known
  const source = `(function(window){${compileWxml(dist)};return $gwx})(window)`
  const script = new Script(source, { filename: `${dist}/wxml` })
  scripts.set(dist, script)
  return script
}

/** The templates of a built mini program in the view layer's realm, by path without extension. */
export const templatesOf = (dist: string, dom: JSDOM) => {
  const find = compiled(dist).runInContext(dom.getInternalVMContext()) as (
    path: string,
  ) => Template | undefined
  return (path: string): Template => {
    const template = find(`${path}.wxml`)
    if (!template) throw new Error(`${path}.wxml is not in ${dist}`)
    return template
  }
}
