import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import './long-list.scss'

/** Items that appear and disappear together; even, for two columns. */
const BLOCK_SIZE = 6
/** Blocks this far above and below the screen are still drawn, in px: about a screen. */
const NEAR_PX = 800

type Layout = 'cards' | 'plain' | 'rows' | 'grid'

type Props<T> = {
  items: readonly T[]
  /** `cards` stand apart, `rows` have lines between them, a `grid` has two columns. */
  layout?: Layout
  keyOf(item: T): string
  /** Draws an item. */
  children(item: T): ReactNode
}

/**
 * A list that may grow long: only what is near the screen is drawn, the rest is a space of the same
 * height. WeChat advises fewer than 1,000 nodes a page, and a customer scrolls through hundreds of
 * orders.
 */
export function LongList<T>({ items, layout = 'cards', keyOf, children }: Props<T>) {
  const blocks = Array.from({ length: Math.ceil(items.length / BLOCK_SIZE) }, (_, at) =>
    items.slice(at * BLOCK_SIZE, (at + 1) * BLOCK_SIZE),
  )
  return (
    <>
      {blocks.map((block, at) => (
        // Blocks are places in the list; an item that moves up moves through them.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Block key={at} layout={layout} items={block} keyOf={keyOf}>
          {children}
        </Block>
      ))}
    </>
  )
}

let lastId = 0

function Block<T>({ items, layout, keyOf, children }: Props<T> & { layout: Layout }) {
  const { id, height } = useSpaceWhenFar()
  const className = `long-list long-list--${layout}`
  if (height !== null) return <View id={id} className={className} style={{ height }} />
  return (
    <View id={id} className={className}>
      {items.map((item) => (
        <Item key={keyOf(item)} item={item}>
          {children}
        </Item>
      ))}
    </View>
  )
}

/** Keeps an item's state with its key, whatever draws it. */
function Item<T>({ item, children }: { item: T; children(item: T): ReactNode }) {
  return <>{children(item)}</>
}

/** The height of a block that is far from the screen; `null` near it, where it is drawn. */
function useSpaceWhenFar(): { id: string; height: string | null } {
  const { current: id } = useRef(`long-list-${++lastId}`)
  const [height, setHeight] = useState<string | null>(null)
  useEffect(() => {
    const { page } = Taro.getCurrentInstance()
    if (!page) return
    const observer = Taro.createIntersectionObserver(page)
    observer
      .relativeToViewport({ top: NEAR_PX, bottom: NEAR_PX })
      .observe(`#${id}`, ({ intersectionRatio = 0, boundingClientRect }) => {
        // A page below another one has no height; it stays as it is.
        const height = boundingClientRect?.height ?? 0
        setHeight(intersectionRatio > 0 || height === 0 ? null : `${height}px`)
      })
    return () => observer.disconnect()
  }, [id])
  return { id, height }
}
