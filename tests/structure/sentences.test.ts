import ts from 'typescript'
import { allSources, textOf } from './sources'

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const nameOf = (node: ts.Statement): string => {
  const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node
  return (named as ts.NamedDeclaration).name?.getText() ?? 'default'
}

/** `type Stage = (typeof STAGES)[number]`: what it is taken from has been told beside it. */
const isTakenFrom = (node: ts.Node, told: ReadonlySet<string>): boolean =>
  ts.isTypeAliasDeclaration(node) &&
  [...node.type.getText().matchAll(/typeof (\w+)/g)].some(([, name = '']) => told.has(name))

/** One sentence may speak for a group: the exports that follow without an empty line. */
const isBesideTheLast = (node: ts.Statement) => !/\n\s*\n/.test(node.getFullText().slice(0, 3))

/** The exports of a file that carry no sentence; an overload is told once, by its first line. */
const silentExports = (file: string): string[] => {
  const tree = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true)
  const told = new Set<string>()
  let isLastTold = false
  return tree.statements.filter(isExported).flatMap((node) => {
    const name = nameOf(node)
    const isTold = ts.getJSDocCommentsAndTags(node).length > 0 || isTakenFrom(node, told)
    if (isTold || (isLastTold && isBesideTheLast(node))) told.add(name)
    isLastTold = told.has(name)
    return isLastTold ? [] : [`${file}: ${name}`]
  })
}

test('every exported thing carries a sentence', () => {
  const files = allSources().filter((file) => /\.tsx?$/.test(file))
  expect(files.flatMap(silentExports)).toEqual([])
})
