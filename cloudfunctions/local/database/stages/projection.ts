import { type Found, fieldOf, setField } from '../comparison'
import { invalidOperator } from '../errors'
import { expressionOf, scopeOf } from '../expressions/expression'
import { type Expression, failed, type Scope } from '../expressions/language'
import { type Document, isDocument, isOperators, type Value } from '../values'

/** What is to become of a field: kept, dropped, computed, or looked into. */
type Part = 'keep' | 'drop' | Expression | Tree
type Tree = Map<string, Part>

/** Where a projection is written: each place understands different values. */
type Place = 'find' | 'project' | 'addFields'

/** Makes one document of another. */
export type Shape = (document: Document, variables?: Scope['variables']) => Document

/** `$project`, and `field()` of a query: what is kept, or what is dropped, and what is computed. */
export function projectionOf(spec: Document, place: 'find' | 'project'): Shape {
  const tree = treeOf(spec, place)
  const id = tree.get('_id')
  const parts = leavesOf(new Map([...tree].filter(([name]) => name !== '_id')))
  const drops = parts.includes('drop')
  if (drops && parts.some((part) => part !== 'drop')) {
    throw failed('a projection cannot both keep and drop fields, but for _id')
  }
  const isExclusion = drops || (parts.length === 0 && id === 'drop')
  if (isExclusion) return (document) => without(document, tree) as Document
  if (id === undefined) tree.set('_id', 'keep')
  return (document, variables) =>
    computed(kept(document, tree), tree, scopeOf(document, variables)) as Document
}

/** `$addFields`: the document with fields set, or removed where an expression gives nothing. */
export function additionOf(spec: Document): Shape {
  const tree = treeOf(spec, 'addFields')
  return (document, variables) => computed(document, tree, scopeOf(document, variables)) as Document
}

function treeOf(spec: Document, place: Place): Tree {
  const tree: Tree = new Map()
  if (Object.keys(spec).length === 0) throw failed('specification must have at least one field')
  for (const [path, value] of Object.entries(spec)) {
    const segments = path.split('.')
    if (segments.some((segment) => segment === '' || segment.startsWith('$'))) {
      if (place === 'find') throw invalidOperator(`${path} is not available in the local cloud`)
      throw failed(`'${path}' is not a valid path of fields`)
    }
    put(tree, segments, partOf(value, place))
  }
  return tree
}

function partOf(value: Value, place: Place): Part {
  if (place !== 'addFields' && (typeof value === 'number' || typeof value === 'boolean')) {
    return value ? 'keep' : 'drop'
  }
  if (isDocument(value) && !isOperators(value)) return treeOf(value, place)
  if (place === 'find') {
    throw invalidOperator(
      'a projection by other than true or false is not available in the local cloud',
    )
  }
  return expressionOf(value)
}

/** Two parts may share the way to them, but neither may lie on the other's way. */
function put(tree: Tree, segments: readonly string[], part: Part): void {
  const [first = '', ...rest] = segments
  const existing = tree.get(first)
  if (rest.length > 0) {
    if (existing !== undefined && !(existing instanceof Map)) throw collision(first)
    const below: Tree = existing ?? new Map<string, Part>()
    put(below, rest, part)
    tree.set(first, below)
  } else if (existing instanceof Map && part instanceof Map) {
    for (const [name, one] of part) put(existing, [name], one)
  } else if (existing === undefined) tree.set(first, part)
  else throw collision(first)
}

function collision(name: string): Error {
  return failed(`a projection names both '${name}' and a path below it`)
}

function leavesOf(tree: Tree): Exclude<Part, Tree>[] {
  return [...tree.values()].flatMap((part) => (part instanceof Map ? leavesOf(part) : [part]))
}

/** The kept parts; of an array, those of its elements that are objects or arrays. */
function kept(value: Found, tree: Tree): Found {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const part = kept(item, tree)
      return part === undefined ? [] : [part]
    })
  }
  if (!isDocument(value)) return undefined
  const made: Document = {}
  for (const [name, field] of Object.entries(value)) {
    const part = tree.get(name)
    const found = part instanceof Map ? kept(field, part) : part === 'keep' ? field : undefined
    if (found !== undefined) setField(made, name, found)
  }
  return made
}

function without(value: Value, tree: Tree): Value {
  if (Array.isArray(value)) return value.map((item) => without(item, tree))
  if (!isDocument(value)) return value
  const made: Document = {}
  for (const [name, field] of Object.entries(value)) {
    const part = tree.get(name)
    if (part !== 'drop') setField(made, name, part instanceof Map ? without(field, part) : field)
  }
  return made
}

/** Sets computed fields; in an array, in each of its elements, which become objects for it. */
function computed(value: Found, tree: Tree, scope: Scope): Found {
  if (!hasComputed(tree)) return value
  if (Array.isArray(value)) return value.map((item) => computed(item, tree, scope) as Value)
  const made: Document = isDocument(value) ? { ...value } : {}
  for (const [name, part] of tree) {
    if (typeof part === 'string') continue
    const inner = part instanceof Map
    if (inner && !hasComputed(part)) continue
    const found = inner ? computed(fieldOf(made, name), part, scope) : part(scope)
    if (found === undefined) delete made[name]
    else setField(made, name, found)
  }
  return made
}

function hasComputed(tree: Tree): boolean {
  return leavesOf(tree).some((part) => typeof part === 'function')
}
