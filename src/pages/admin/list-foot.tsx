import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { ListEnd } from '@/components/list-end'
import { formatCount } from '@/copy/numbers'
import type { Pages } from '@/hooks/use-pages'
import './list-foot.scss'

/** Rows that a list holds at most; beyond that, filters find better than scrolling. */
const ROWS_MAX = 300

type ListFootProps = {
  pages: Pages<unknown>
  /** The measure word of the rows: 位, 单, 条. */
  unit: string
}

/**
 * The end of a staff list: complete, failed, or a button that loads more. Scrolling loads more as
 * well, but a list that does not fill the screen cannot be scrolled.
 */
export function ListFoot({ pages, unit }: ListFootProps) {
  const { items, ended, status } = pages
  const [askedAt, setAskedAt] = useState(0)
  const count = `${formatCount(items.length)} ${unit}`
  if (ended) return <View className="list-foot">{`到底了，共 ${count}`}</View>
  if (items.length >= ROWS_MAX) {
    return <View className="list-foot">{`已列出 ${count}，筛选或搜索能更快找到`}</View>
  }
  if (status === 'failed') {
    return <ListEnd status={status} ended={false} onRetry={() => void pages.more()} />
  }
  const ask = () => {
    setAskedAt(items.length)
    void pages.more()
  }
  return (
    <View className="list-foot">
      <Button kind="quiet" size="small" busy={askedAt === items.length} onTap={ask}>
        再看一些
      </Button>
    </View>
  )
}

/** Loads the next page unless the list holds `ROWS_MAX` rows. */
export function loadMore(pages: Pages<unknown>): void {
  if (pages.items.length < ROWS_MAX) void pages.more()
}
