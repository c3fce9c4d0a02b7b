import type { StaffProductRow } from '@core/contract/products'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Picture } from '@/components/picture'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatAmount, formatCount } from '@/copy/numbers'
import { now } from '@/services/clock'

/** What the staff do with a product without opening it. */
export type RowActions = {
  onOpen(): void
  onCopy(): void
  onShare(): void
  onQuickEdit(): void
  onSwitch(): void
}

type Props = { row: StaffProductRow; actions: RowActions }

/** A product in the list, with its stock and what is often done with it. */
export function ProductRow({ row, actions }: Props) {
  const { title } = row
  const isToCome = row.launchAt !== null && row.launchAt > now()
  return (
    <View className="product-row">
      <View
        className="product-row__head"
        {...tappable(`编辑 ${title}`, 'link')}
        onClick={actions.onOpen}
      >
        <Picture name={row.picture} alt="" frame="thumb" />
        <View className="product-row__words">
          <Text className="product-row__title">{title}</Text>
          <Text className="product-row__figures">
            {`${formatAmount(row.fromFen)}${row.isFrom ? ' 起' : ''} · ${row.skus} 款`}
          </Text>
          <Text className="product-row__figures">
            {`库存 ${formatCount(row.available)} · 已售 ${formatCount(row.sold)}`}
          </Text>
        </View>
        {isToCome && <Tag tone="gold">待开售</Tag>}
        {row.isOnSale && row.available === 0 && <Tag tone="price">已售罄</Tag>}
      </View>
      <View className="product-row__foot">
        {row.isOnSale && (
          <Button kind="quiet" size="small" label={`分享 ${title}`} onTap={actions.onShare}>
            分享
          </Button>
        )}
        <Button kind="quiet" size="small" label={`复制 ${title}`} onTap={actions.onCopy}>
          复制
        </Button>
        <Button kind="quiet" size="small" label={`改价改库存 ${title}`} onTap={actions.onQuickEdit}>
          改价
        </Button>
        <Button
          kind={row.isOnSale ? 'quiet' : 'soft'}
          size="small"
          label={`${row.isOnSale ? '下架' : '上架'} ${title}`}
          onTap={actions.onSwitch}
        >
          {row.isOnSale ? '下架' : '上架'}
        </Button>
      </View>
    </View>
  )
}
