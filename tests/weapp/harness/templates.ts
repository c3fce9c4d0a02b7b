import { Script } from 'node:vm'
import type { JSDOM } from 'jsdom'
import compiler from 'miniprogram-compiler'

/** Renders one template: data in, tree of virtual nodes out. */
export type Template = (data: object) => object

/** Compiled templates of a large shop are some megabytes of script. */
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024

const scripts = new Map<string, Script>()

/** All templates of a dist through Tencent's `wcc`, as one script. */
const compiled = (dist: string): Script => {
  const known = scripts.get(dist)
  if (known) return known
  const source = compiler.wxmlToJs(dist, { maxBuffer: OUTPUT_BYTES_MAX })
  const script = new Script(`(function(window){${source}})(window)`, { filename: `${dist}/wxml` })
  scripts.set(dist, script)
  return script
}

/** The templates of a built mini program inside a view layer's world, by path without ending. */
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
