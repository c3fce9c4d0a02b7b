import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { ROOT, sources, textOf } from './sources'

/** Who owns each section of a member's document: the area whose code alone opens it. */
const OWNERS: Readonly<Record<string, string>> = {
  profile: 'members',
  consent: 'members',
  facts: 'members',
  contact: 'members',
  lifecycle: 'lifecycle',
  tier: 'tiers',
  points: 'points',
}

/** Map whole documents to the member and back, or lift old ones: all sections at once. */
const MAPPINGS = ['data/members/members.ts', 'data/members/upcasts.ts']

const CORE = 'cloudfunctions/core'

/** Section accesses on values of type `MemberDocument`, as `<file>: .<section>`. */
function sectionAccesses(files: readonly string[]): { file: string; section: string }[] {
  const options = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  ).options
  const program = ts.createProgram(
    files.map((file) => join(ROOT, file)),
    { ...options, types: ['node'] },
  )
  const checker = program.getTypeChecker()
  const isMemberDocument = (node: ts.Node): boolean => {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node))
    return (type.aliasSymbol ?? type.symbol)?.name === 'MemberDocument'
  }
  return files.flatMap((file) => {
    const found: { file: string; section: string }[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node) && node.name.text in OWNERS) {
        if (isMemberDocument(node.expression)) found.push({ file, section: node.name.text })
      }
      if (ts.isObjectBindingPattern(node)) {
        const names = node.elements.map((one) => (one.propertyName ?? one.name).getText())
        const sections = names.filter((name) => name in OWNERS)
        if (sections.length > 0 && isMemberDocument(node)) {
          found.push(...sections.map((section) => ({ file, section })))
        }
      }
      ts.forEachChild(node, visit)
    }
    const source = program.getSourceFile(join(ROOT, file))
    if (source) visit(source)
    return found
  })
}

const areaOf = (file: string) => relative(CORE, dirname(file)).split('/')[1]

test('a section of a member is opened by the area that owns it, and by no other', () => {
  const files = sources(CORE).filter((file) =>
    /\bMemberDocument\b|\bmember|\bcaller/i.test(textOf(file)),
  )
  const accesses = sectionAccesses(files)
  expect(accesses.length).toBeGreaterThan(Object.keys(OWNERS).length - 1)
  const foreign = accesses.filter(
    ({ file, section }) =>
      areaOf(file) !== OWNERS[section] && !MAPPINGS.includes(relative(CORE, file)),
  )
  expect(foreign.map(({ file, section }) => `${file}: .${section}`)).toEqual([])
}, 120_000)

// Manifests name operations such as `lifecycle.board`.
test('the paths of sections are spelled by their owners and in the collection’s indexes', () => {
  const path = /'\$?(profile|contact|facts|lifecycle|tier)\.[a-zA-Z]+'/
  const allowed = /\/member-section\.ts$|data\/members\/collections\.ts$|\/area\.ts$/
  const spelled = sources(`${CORE}/data`, `${CORE}/operations`).filter(
    (file) => path.test(textOf(file)) && !allowed.test(file),
  )
  expect(spelled).toEqual([])
})

test('one file records events on members and writes them', () => {
  const recording = /\b(applyEvent|applyAdjustment|changedMemberDocument)\(|\.put\('members'/
  const writers = sources(`${CORE}/operations`, `${CORE}/data`).filter((file) =>
    recording.test(textOf(file)),
  )
  expect(writers).toEqual([`${CORE}/operations/lifecycle/record-event.ts`])
})
