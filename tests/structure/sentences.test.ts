import ts from 'typescript'
import { allSources, textOf } from './sources'

const CORE = 'cloudfunctions/core/'
const HANDLERS = 'cloudfunctions/core/operations/'
const PARAMETERS_OBVIOUS = 1

/** The comment of a group speaks for exports that follow it without an empty line. */
const isBesideTheLast = (node: ts.Statement) => !/\n\s*\n/.test(node.getFullText().slice(0, 3))

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const isCommented = (node: ts.Statement) => ts.getJSDocCommentsAndTags(node).length > 0

type Declared = ts.Statement | ts.VariableDeclaration

const declaredIn = (node: ts.Statement): Declared =>
  (ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node) ?? node

const nameOf = (declared: Declared) =>
  (declared as ts.NamedDeclaration).name?.getText() ?? 'default'

const functionIn = (declared: Declared): ts.SignatureDeclaration | undefined => {
  if (ts.isFunctionDeclaration(declared)) return declared
  const value = ts.isVariableDeclaration(declared) ? declared.initializer : undefined
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined
}

/** A handler is explained by its operation's contract; `context` comes first in each. */
const isHandler = (file: string, { parameters }: ts.SignatureDeclaration) =>
  file.startsWith(HANDLERS) && /Context\b/.test(parameters[0]?.type?.getText() ?? '')

/** Which argument is which, or when the answer is missing or an error, no name says. */
const isUnobviousFunction = (file: string, declared: Declared): boolean => {
  const found = functionIn(declared)
  if (!found || !file.startsWith(CORE) || file.endsWith('.tsx') || isHandler(file, found)) {
    return false
  }
  const answer = found.type?.getText() ?? ''
  const mayFail = /\b(null|undefined|Result)\b/.test(answer)
  return mayFail || found.parameters.length > PARAMETERS_OBVIOUS
}

/** A number has a unit and a reason. */
const isNumber = (declared: Declared): boolean => {
  const value = ts.isVariableDeclaration(declared) ? declared.initializer?.getText() : undefined
  return /^[\d_.]+( [*/+-] [\w.]+)*$/.test(value ?? '')
}

/** What is stored, what somebody else implements, and what has a life of its own. */
const isDocumentOrPort = (declared: Declared): boolean =>
  ts.isInterfaceDeclaration(declared) ||
  (ts.isTypeAliasDeclaration(declared) && declared.name.text.endsWith('Document')) ||
  (ts.isClassDeclaration(declared) && !/extends \w*Error\b/.test(declared.getText()))

const needsComment = (file: string, node: ts.Statement): boolean => {
  const declared = declaredIn(node)
  return isUnobviousFunction(file, declared) || isNumber(declared) || isDocumentOrPort(declared)
}

/** The exports of a file that need a comment and have none; of overloads the first speaks. */
const uncommented = (file: string, text: string): string[] => {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const commented = new Set<string>()
  let isLastCommented = false
  return tree.statements.filter(isExported).flatMap((node) => {
    const name = nameOf(declaredIn(node))
    const isGrouped = isLastCommented && isBesideTheLast(node)
    if (isCommented(node) || isGrouped) commented.add(name)
    isLastCommented = commented.has(name)
    return isLastCommented || !needsComment(file, node) ? [] : [`${file}: ${name}`]
  })
}

test('an export whose name and type do not say it all carries a comment', () => {
  const files = allSources().filter((file) => /\.tsx?$/.test(file) && !file.startsWith('tests/'))
  expect(files.flatMap((file) => uncommented(file, textOf(file)))).toEqual([])
})

test.each([
  ['two parameters', 'core/domain/a.ts', 'export const f = (a: A, b: B): C => a'],
  ['an answer that may be missing', 'core/data/a.ts', 'export function f(a: A): B | null {}'],
  ['an answer that may be an error', 'core/domain/a.ts', 'export const f = (a: A): Result<B> => a'],
  ['a number', 'local/a.ts', 'export const WAIT = 5 * MINUTE_MS'],
  ['a document', 'core/data/a/documents.ts', 'export type OrderDocument = { _id: string }'],
  ['a port', 'local/ports.ts', 'export interface Clock { now(): number }'],
  [
    'a group after an empty line',
    'local/a.ts',
    '/** Why. */\nexport const A = 1\n\nexport const B = 2',
  ],
])('%s needs a comment', (_what, path, text) => {
  expect(uncommented(`cloudfunctions/${path}`, text)).toHaveLength(1)
})

test.each([
  ['one parameter', 'core/domain/a.ts', 'export const dayOf = (at: Instant): Day => at'],
  ['a handler', 'core/operations/a.ts', 'export const show = (context: Context, input: I) => 1'],
  ['a component', '../src/components/card.tsx', 'export const Card = (props: Props) => null'],
  ['a list', 'core/domain/a.ts', "export const KINDS = ['one', 'two'] as const"],
  ['a comment for a group', 'local/a.ts', '/** Why. */\nexport const A = 1\nexport const B = 2'],
])('%s needs none', (_what, path, text) => {
  expect(uncommented(`cloudfunctions/${path}`, text)).toEqual([])
})
