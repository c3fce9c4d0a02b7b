import { APP } from '@core/operations/app'

/** A schema of valibot as far as the walk needs it. */
type Node = {
  type?: string
  kind?: string
  pipe?: Node[]
  entries?: Record<string, Node>
  options?: unknown[]
  items?: Node[]
  item?: Node
  key?: Node
  value?: Node
  wrapped?: Node
  metadata?: { writtenBy?: string }
}

/**
 * Texts that machines write and pass back, or that a check of their own bounds: cursors, keys of
 * lines, calendar days, pictures, WeChat's templates, and another system's numbers in its file.
 */
const MACHINE_TEXTS = new RegExp(
  '\\.(cursor|keys?|lineKey|after|asOf|birthday|day|date|number|externalIds?|pictures|avatarUrl|' +
    'templates\\.id)$',
)

const isSchema = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && (value as Node).kind === 'schema'

/** The paths of string fields that are neither marked as people's texts nor bound by a pattern. */
function bareTexts(node: Node, path: string, items: readonly Node[] = []): string[] {
  const all = [...items, ...(node.pipe ?? [])]
  if (node.pipe) {
    const [first, ...rest] = node.pipe
    return first && first !== node
      ? bareTexts(first, path, [...items, ...rest])
      : bareTexts({ ...node, pipe: undefined }, path, all)
  }
  if (node.type === 'string') {
    const isHuman = all.some((one) => one.metadata?.writtenBy === 'people')
    const isBound = all.some(({ type }) => type === 'regex' || type === 'picklist')
    return isHuman || isBound ? [] : [path]
  }
  const children: [string, Node][] = [
    ...Object.entries(node.entries ?? {}),
    ...(node.options ?? []).filter(isSchema).map((one): [string, Node] => ['', one]),
    ...(node.items ?? []).map((one, at): [string, Node] => [String(at), one]),
    ...[node.item, node.value, node.wrapped]
      .filter(isSchema)
      .map((one): [string, Node] => ['', one]),
  ]
  return children.flatMap(([name, child]) => bareTexts(child, name ? `${path}.${name}` : path))
}

const operations = [...APP.shop, ...APP.admin].map(
  ([name, { input }]) => [name, input as unknown as Node] as const,
)

test('the walk sees through every shape of a schema', () => {
  const bare: Node = { kind: 'schema', type: 'string' }
  const human: Node = { ...bare, pipe: [bare, { metadata: { writtenBy: 'people' } }] }
  const nested: Node = { ...human, pipe: [human, { type: 'non_empty' }] }
  const object: Node = { kind: 'schema', entries: { bare, human, nested } }
  const list: Node = { kind: 'schema', pipe: [{ kind: 'schema', item: object }, {}] }
  expect(bareTexts({ kind: 'schema', options: [list] }, 'x')).toEqual(['x.bare'])
})

test.each(operations)('%s takes no bare string where people write', (name, input) => {
  const bare = [...new Set(bareTexts(input, name))]
  expect(bare.filter((path) => !MACHINE_TEXTS.test(path))).toEqual([])
})
