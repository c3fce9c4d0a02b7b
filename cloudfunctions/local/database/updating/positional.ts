import { invalidOperator } from '../errors'
import { failed } from '../expressions/language'
import { filterOf, isAnyAt } from '../matching/filter'
import { holds, leavesOf } from '../matching/leaves'
import { type Document, isDocument, type Value } from '../values'
import { placeOf, valueIn } from './place'

/**
 * A path with `$` in place of a position: the one of the element by which the condition found the
 * document. `$[]` and `$[name]` are not in WeChat's service.
 */
export function withPosition(document: Document, path: string, condition: Document): string {
  const segments = path.split('.')
  const at = segments.indexOf('$')
  if (segments.some((segment) => segment === '' || (segment.startsWith('$') && segment !== '$'))) {
    if (/\$\[/.test(path)) throw invalidOperator(`${path} is not available in the local cloud`)
    throw failed(`'${path}' is not a valid path of fields`)
  }
  if (at < 0) return path
  if (at === 0 || segments.lastIndexOf('$') !== at) {
    throw failed(`the positional operator cannot stand like this in '${path}'`)
  }
  const root = segments.slice(0, at).join('.')
  segments[at] = String(positionIn(document, root, condition))
  return segments.join('.')
}

function positionIn(document: Document, root: string, condition: Document): number {
  const place = placeOf(document, root, false)
  const list = place && valueIn(place)
  const tests = testsOf(condition, root)
  if (!Array.isArray(list) || tests.length === 0) {
    throw failed('The positional operator did not find the match needed from the query.')
  }
  const positions = new Set(tests.map((test) => list.findIndex(test)))
  const [position = -1] = positions
  if (positions.size > 1) {
    // The server takes one of them, and does not say which.
    throw invalidOperator('$ after several conditions on one array is not available: use elemMatch')
  }
  if (position < 0) {
    throw failed('The positional operator did not find the match needed from the query.')
  }
  return position
}

/** What the condition asks of the elements of an array. */
function testsOf(condition: Document, root: string): ((item: Value) => boolean)[] {
  return Object.entries(condition).flatMap(([name, expected]) => {
    if (name === '$and' && Array.isArray(expected)) {
      return expected.flatMap((part) => (isDocument(part) ? testsOf(part, root) : []))
    }
    const leaves = () => leavesOf(expected, filterOf)
    if (name === root) {
      // `$elemMatch` looks at an array: here at one of this element alone.
      return [
        (item: Value) => holds(leaves(), ({ test, whole }) => (whole ? test([item]) : test(item))),
      ]
    }
    if (!name.startsWith(`${root}.`)) return []
    const segments = name.slice(root.length + 1).split('.')
    return [
      (item: Value) =>
        isDocument(item) &&
        holds(leaves(), ({ test, whole }) => isAnyAt(item, { segments, test, whole })),
    ]
  })
}
