import ts from 'typescript'
import { allSources, textOf } from './sources'

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const nameOf = (node: ts.Statement): string => {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText() ?? ''
  return (node as ts.DeclarationStatement).name?.getText() ?? 'default'
}

/** The exports of a file that carry no sentence; an overload is told once, by its first line. */
const silentExports = (file: string): string[] => {
  const tree = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true)
  const told = new Set<string>()
  return tree.statements.filter(isExported).flatMap((node) => {
    const name = nameOf(node)
    if (ts.getJSDocCommentsAndTags(node).length > 0) told.add(name)
    return told.has(name) ? [] : [`${file}: ${name}`]
  })
}

test('every exported thing carries a sentence', () => {
  const files = allSources().filter((file) => /\.tsx?$/.test(file))
  expect(files.flatMap(silentExports)).toEqual([])
})
