import type { StockRow as Row } from '@core/contract/stock'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Picture } from '@/components/picture'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatCount } from '@/copy/numbers'
import './stock-row.scss'

type Props = {
  row: Row
  /** How many customers wait for it; `''` for nobody. */
  waiting: string
  onOpen: (row: Row) => void
}

/** A SKU in the list, with its available stock. */
export const StockRow = memo(({ row, waiting, onOpen }: Props) => (
  <View className="stock-row" onClick={() => onOpen(row)} {...tappable(wordsOf(row, waiting))}>
    <Picture name={row.picture} alt="" frame="thumb" />
    <View className="stock-row__words">
      <Text className="stock-row__title">{row.title}</Text>
      <Text className="stock-row__spec">{row.spec || '单一规格'}</Text>
      <Text className="stock-row__spec">{restOf(row)}</Text>
      {waiting !== '' && (
        <View className="stock-row__waiting">
          <Tag tone="leaf">{waiting}</Tag>
        </View>
      )}
    </View>
    <View className="stock-row__end">
      <Text className="stock-row__available">{formatCount(row.available)}</Text>
      <StateTag row={row} />
    </View>
  </View>
))

function StateTag({ row }: { row: Row }) {
  if (!row.isOnSale) return <Tag>未在售</Tag>
  if (row.available === 0) return <Tag tone="price">售完</Tag>
  return row.isLow ? <Tag tone="gold">偏少</Tag> : <Text className="stock-row__unit">可售</Text>
}

const restOf = ({ held, sold }: Row): string =>
  `${held > 0 ? `占用 ${formatCount(held)} · ` : ''}已售 ${formatCount(sold)}`

const wordsOf = ({ title, spec, available }: Row, waiting: string): string =>
  `${title}${spec && ` ${spec}`}，可售 ${available} 件${waiting && `，${waiting}`}，看流水、改库存`
