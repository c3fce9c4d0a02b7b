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
        <Empty picture="herb" title="还没有标签" note="标签让顾客找得到，也说明大家为什么买" />
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

/** `为了送人有面子`: what people buy it for most; empty when nothing is said of it. */
function needsCopy({ needs }: Tag): string {
  const [most] = [...NEED_COPY].sort(([a], [b]) => needs[b] - needs[a])
  return most && needs[most[0]] > 0 ? `为了${most[1]}` : ''
}
