import ts from 'typescript'
import { sources, textOf } from './sources'

/** Every field for a number says what it is counted in: 元, 件, 克, 天, 折. */

/** Names of fields that ask for a number, whatever keyboard they open. */
const NUMBER_NAME = /价|金额|运费|库存|数量|张数|重量|天数|可售|位置|几折/

type Element = ts.JsxSelfClosingElement | ts.JsxOpeningElement

const attributesOf = (element: Element): Map<string, string> =>
  new Map(
    element.attributes.properties
      .filter((one) => ts.isJsxAttribute(one))
      .map((one) => [one.name.getText(), one.initializer?.getText() ?? '']),
  )

/** The elements of a component in a file. */
const elementsOf = (path: string, component: RegExp): Element[] => {
  const file = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true)
  const found: Element[] = []
  const visit = (node: ts.Node) => {
    const isElement = ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)
    if (isElement && component.test(node.tagName.getText())) found.push(node)
    node.forEachChild(visit)
  }
  visit(file)
  return found
}

const FILES = sources('src').filter((path) => path.endsWith('.tsx'))

test.each(FILES)('%s', (path) => {
  const unnamed = elementsOf(path, /^Field$/)
    .map(attributesOf)
    .filter((found) => found.has('isNumber') || NUMBER_NAME.test(found.get('name') ?? ''))
    .filter((found) => !found.has('unit'))
  expect(unnamed.map((found) => found.get('name'))).toEqual([])
  // A number is typed into a `Field`, or counted by a stepper.
  const bare = elementsOf(path, /^(Input|InputNumber)$/)
    .map((element) => attributesOf(element).get('type') ?? '')
    .filter((type) => /number|digit/.test(type))
  expect(bare).toEqual([])
})

test('finds the fields that there are', () => {
  const all = FILES.flatMap((path) => elementsOf(path, /^Field$/))
  expect(all.length).toBeGreaterThan(20)
})
