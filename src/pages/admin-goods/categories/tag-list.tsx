import type { Tag } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Row } from '@/components/card'
import { Empty, Failure } from '@/components/empty'
import { RowsSkeleton } from '@/components/skeleton'
import type { Loaded } from '@/hooks/use-load'
import { mintId } from '@/services/ids'
import { NEED_COPY, TagSheet } from './tag-sheet'

type Props = { loaded: Loaded<Tag[], { code: string; requestId?: string }> }

const BLANK_NEEDS = { functional: 0, emotional: 0, social: 0 }

/** The tags of products, each with its needs. */
export function TagList({ loaded }: Props) {
  const [edited, setEdited] = useState<Tag | null>(null)
  const { value: all, error, reload } = loaded
  if (!all) {
    return error ? (
      <Failure error={error} onRetry={() => void reload()} />
    ) : (
      <RowsSkeleton count={4} />
    )
  }
  return (
    <>
      {all.length === 0 ? (
        <Empty picture="herb" title="还没有标签" note="标签让顾客找得到，也说明商品满足哪种需要" />
      ) : (
        <View className="category-list">
          {all.map((tag) => (
            <Row
              key={tag.id}
              label={tag.name}
              value={needsCopy(tag)}
              onTap={() => setEdited(tag)}
            />
          ))}
        </View>
      )}
      <Button
        kind="soft"
        wide
        onTap={() => setEdited({ id: mintId(), name: '', needs: BLANK_NEEDS })}
      >
        加一个标签
      </Button>
      <TagSheet
        key={edited?.id ?? ''}
        tag={edited}
        isKnown={all.some(({ id }) => id === edited?.id)}
        onDone={() => {
          setEdited(null)
          void reload()
        }}
        onClose={() => setEdited(null)}
      />
    </>
  )
}

/** `情感 70 · 社会 90`: the needs with a weight. */
const needsCopy = ({ needs }: Tag): string =>
  NEED_COPY.filter(([need]) => needs[need] > 0)
    .map(([need, words]) => `${words} ${needs[need]}`)
    .join(' · ')
