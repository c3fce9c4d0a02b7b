import { attributesOf, visibleElements, tagOf, textOf } from './rendered'
import type { ViewLayer } from './view-layer'

/**
 * What to touch: a text as it is read on the page, or an element by its class. `near` narrows to
 * the smallest part of the page that also shows that text; `nth` chooses among equals, from 0.
 */
export type Target = string | { text?: string; css?: string; closestTo?: string; nth?: number }

type TargetQuery = Exclude<Target, string>

const withoutBlanks = (text: string) => text.replace(/\s+/g, '')

/** The deepest elements for which a test holds. */
const deepest = (elements: readonly Element[]): Element[] =>
  elements.filter((one) => !elements.some((other) => other !== one && one.contains(other)))

const byText = (view: ViewLayer, elements: readonly Element[], text: string): Element[] => {
  const wanted = withoutBlanks(text)
  const read = elements.map((element) => ({ element, text: withoutBlanks(textOf(view, element)) }))
  const exact = read.filter((one) => one.text === wanted)
  const found = exact.length > 0 ? exact : read.filter((one) => one.text.includes(wanted))
  return deepest(found.map(({ element }) => element))
}

/** The smallest element around each mark that holds a candidate. */
const nearest = (candidates: readonly Element[], marks: readonly Element[]): Element[] => {
  const distance = (candidate: Element) => {
    const steps = marks.map((mark) => {
      let up = 0
      let around: Element | null = mark
      while (around && !around.contains(candidate)) {
        around = around.parentElement
        up += 1
      }
      return around ? up : Infinity
    })
    return Math.min(...steps)
  }
  const measured = candidates.map((candidate) => ({ candidate, steps: distance(candidate) }))
  const least = Math.min(...measured.map(({ steps }) => steps))
  return measured.filter(({ steps }) => steps === least).map(({ candidate }) => candidate)
}

/** Says a target in the words of a test's failure. */
export const describeTarget = (target: Target): string =>
  typeof target === 'string' ? `“${target}”` : JSON.stringify(target)

const candidatesFor = (view: ViewLayer, seen: Element[], wanted: TargetQuery) => {
  const { text, css } = wanted
  const styled = css === undefined ? seen : seen.filter((element) => element.matches(css))
  return text === undefined ? styled : byText(view, styled, text)
}

/** Every element on a page that a target may mean. */
export const findAll = (view: ViewLayer, root: Element, target: Target): Element[] => {
  const wanted: TargetQuery = typeof target === 'string' ? { text: target } : target
  const seen = visibleElements(view, root)
  const candidates = candidatesFor(view, seen, wanted)
  if (wanted.closestTo === undefined || candidates.length < 2) return candidates
  return nearest(candidates, byText(view, seen, wanted.closestTo))
}

/** The one element a target means; throws when it means none or several. */
export const findOne = (view: ViewLayer, root: Element, target: Target): Element => {
  const found = findAll(view, root, target)
  const nth = typeof target === 'string' ? undefined : target.nth
  const [only] = nth === undefined ? found : found.slice(nth)
  if (!only) throw new Error(`${describeTarget(target)} is not to be seen`)
  if (nth === undefined && found.length > 1) {
    throw new Error(`${describeTarget(target)} is there ${found.length} times: say nth or near`)
  }
  return only
}

/** The nearest element of a tag around (and including) an element, inside its page. */
export const closestByTag = (view: ViewLayer, element: Element, tag: string): Element | undefined => {
  let around: Element | null = element
  while (around) {
    if (tagOf(view, around) === tag) return around
    around = around.parentElement
  }
  return undefined
}

/** True when a native control around the element takes no taps. */
export const isDisabled = (view: ViewLayer, element: Element): boolean => {
  const button = closestByTag(view, element, 'button')
  if (!button) return false
  return Boolean(attributesOf(view, button).disabled)
}
