import type { StaffProductRow } from '@core/contract/products'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Picture } from '@/components/picture'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatAmount, formatCount } from '@/copy/numbers'
import { now } from '@/services/clock'

type Props = { row: StaffProductRow; onOpen(): void; onQuickEdit(): void; onSwitch(): void }

/** A product in the list, with its stock and its sale switch. */
export function ProductRow({ row, onOpen, onQuickEdit, onSwitch }: Props) {
  const isToCome = row.launchAt !== null && row.launchAt > now()
  return (
    <View className="product-row" {...tappable(`编辑 ${row.title}`, 'link')} onClick={onOpen}>
      <Picture name={row.picture} alt="" frame="thumb" />
      <View className="product-row__words">
        <Text className="product-row__title">{row.title}</Text>
        <Text className="product-row__figures">
          {`${formatAmount(row.fromFen)}${row.isFrom ? ' 起' : ''} · ${row.skus} 款`}
        </Text>
        <Text className="product-row__figures">
          {`库存 ${formatCount(row.available)} · 已售 ${formatCount(row.sold)}`}
        </Text>
      </View>
      <View className="product-row__end">
        {isToCome && <Tag tone="gold">待开售</Tag>}
        {row.isOnSale && row.available === 0 && <Tag tone="price">已售罄</Tag>}
        <Button kind="soft" size="small" label={`改价改库存 ${row.title}`} onTap={onQuickEdit}>
          改价
        </Button>
        <Button
          kind={row.isOnSale ? 'quiet' : 'soft'}
          size="small"
          label={`${row.isOnSale ? '下架' : '上架'} ${row.title}`}
          onTap={onSwitch}
        >
          {row.isOnSale ? '下架' : '上架'}
        </Button>
      </View>
    </View>
  )
}
