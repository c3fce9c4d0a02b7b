import { attributesOf, tagOf, textOf, visibleElements } from './rendered'
import type { ViewLayer } from './view-layer'

/**
 * An element by its visible text or its class. `closestTo` picks the matches closest to that text
 * in the tree; `nth` chooses among several, from 0.
 */
export type Target = string | { text?: string; css?: string; closestTo?: string; nth?: number }

type TargetQuery = Exclude<Target, string>

const withoutBlanks = (text: string) => text.replace(/\s+/g, '')

/** Elements that contain no other of the elements. */
const deepest = (elements: readonly Element[]): Element[] =>
  elements.filter((one) => !elements.some((other) => other !== one && one.contains(other)))

const byText = (view: ViewLayer, elements: readonly Element[], text: string): Element[] => {
  const wanted = withoutBlanks(text)
  const read = elements.map((element) => ({ element, text: withoutBlanks(textOf(view, element)) }))
  const exact = read.filter((one) => one.text === wanted)
  const found = exact.length > 0 ? exact : read.filter((one) => one.text.includes(wanted))
  return deepest(found.map(({ element }) => element))
}

/** The candidates with the fewest tree levels to one of the marks. */
const nearest = (candidates: readonly Element[], marks: readonly Element[]): Element[] => {
  const distance = (candidate: Element) => {
    const distances = marks.map((mark) => {
      let up = 0
      let ancestor: Element | null = mark
      while (ancestor && !ancestor.contains(candidate)) {
        ancestor = ancestor.parentElement
        up += 1
      }
      return ancestor ? up : Infinity
    })
    return Math.min(...distances)
  }
  const measured = candidates.map((candidate) => ({ candidate, distances: distance(candidate) }))
  const least = Math.min(...measured.map(({ distances }) => distances))
  return measured.filter(({ distances }) => distances === least).map(({ candidate }) => candidate)
}

/** Describes a target for error messages. */
export const describeTarget = (target: Target): string =>
  typeof target === 'string' ? `“${target}”` : JSON.stringify(target)

const candidatesFor = (view: ViewLayer, visible: Element[], wanted: TargetQuery) => {
  const { text, css } = wanted
  const styled = css === undefined ? visible : visible.filter((element) => element.matches(css))
  return text === undefined ? styled : byText(view, styled, text)
}

/** Every visible element that matches a target. */
export const findAll = (view: ViewLayer, root: Element, target: Target): Element[] => {
  const wanted: TargetQuery = typeof target === 'string' ? { text: target } : target
  const visible = visibleElements(view, root)
  const candidates = candidatesFor(view, visible, wanted)
  if (wanted.closestTo === undefined || candidates.length < 2) return candidates
  return nearest(candidates, byText(view, visible, wanted.closestTo))
}

/** The only element that matches a target; throws for none or several. */
export const findOne = (view: ViewLayer, root: Element, target: Target): Element => {
  const found = findAll(view, root, target)
  const nth = typeof target === 'string' ? undefined : target.nth
  const [only] = nth === undefined ? found : found.slice(nth)
  if (!only) throw new Error(`${describeTarget(target)} is not visible`)
  if (nth === undefined && found.length > 1) {
    throw new Error(
      `${describeTarget(target)} is there ${found.length} times: give nth or closestTo`,
    )
  }
  return only
}

/** The closest ancestor (or the element itself) with a tag. */
export const closestByTag = (
  view: ViewLayer,
  element: Element,
  tag: string,
): Element | undefined => {
  let ancestor: Element | null = element
  while (ancestor) {
    if (tagOf(view, ancestor) === tag) return ancestor
    ancestor = ancestor.parentElement
  }
  return undefined
}

/** True when a native control ancestor the element takes no taps. */
export const isDisabled = (view: ViewLayer, element: Element): boolean => {
  const button = closestByTag(view, element, 'button')
  if (!button) return false
  return Boolean(attributesOf(view, button).disabled)
}
