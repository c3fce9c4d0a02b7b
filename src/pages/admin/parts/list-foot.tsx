import { View } from '@tarojs/components'
import { ListEnd } from '@/components/list-end'
import type { Pages } from '@/hooks/use-pages'
import { grouped } from '@/words/numbers'
import './list-foot.scss'

/** Rows of one list a phone is asked to hold; past it, filtering finds better than scrolling. */
export const ROWS_MAX = 300

type ListFootProps = {
  pages: Pages<unknown>
  /** What is counted: 位, 单, 条. */
  unit: string
}

/** The foot of a staff list: more is coming, failed to come, or this is all there is. */
export function ListFoot({ pages, unit }: ListFootProps) {
  const { items, ended, status } = pages
  const count = `${grouped(items.length)} ${unit}`
  if (ended) return <View className="list-foot">{`到底了，共 ${count}`}</View>
  if (items.length >= ROWS_MAX) {
    return <View className="list-foot">{`已列出 ${count}，筛选或搜索能更快找到`}</View>
  }
  return <ListEnd status={status} ended={false} onRetry={() => void pages.more()} />
}

/** Fetches the next page unless the list is as long as it may be. */
export function moreOf(pages: Pages<unknown>): void {
  if (pages.items.length < ROWS_MAX) void pages.more()
}
