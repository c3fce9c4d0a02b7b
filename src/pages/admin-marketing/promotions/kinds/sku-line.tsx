import type { NamedSku } from '@core/contract/promotions'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Picture } from '@/components/picture'
import { tappable } from '@/components/tappable'
import { formatAmount } from '@/copy/numbers'
import { GoodsSheet } from '@/pages/admin/goods-sheet'

type LineProps = { sku: NamedSku; onRemove(): void; children?: ReactNode }

/** A SKU of a promotion; the fields about it are the children. */
export function SkuLine({ sku, onRemove, children }: LineProps) {
  return (
    <View className="sku-line">
      <View className="sku-line__head">
        {sku.picture !== '' && <Picture name={sku.picture} alt="" frame="thumb" />}
        <View className="sku-line__words">
          <Text className="sku-line__title">{sku.title}</Text>
          <Text className="sku-line__note">
            {`${sku.spec === '' ? '' : `${sku.spec} · `}原价 ${formatAmount(sku.priceFen)}`}
          </Text>
        </View>
        <View className="sku-line__drop" {...tappable(`去掉 ${sku.title}`)} onClick={onRemove}>
          <Icon name="close" />
        </View>
      </View>
      {children}
    </View>
  )
}

type AddProps = { label: string } & Pickers
type Pickers =
  | { pick?: 'sku'; onPick(sku: NamedSku): void }
  | { pick: 'skus'; onPick(skus: NamedSku[]): void }

/** A button that opens the search for one more SKU, or for those of a whole product. */
export function AddSku({ label, ...picker }: AddProps) {
  const [isOpen, setOpen] = useState(false)
  const sheet = { isOpen, title: '选一款', onClose: () => setOpen(false) }
  return (
    <>
      <Button kind="quiet" size="small" onTap={() => setOpen(true)}>
        {label}
      </Button>
      {picker.pick === 'skus' ? (
        <GoodsSheet {...sheet} pick="skus" title="选商品" onPick={picker.onPick} />
      ) : (
        <GoodsSheet {...sheet} pick="sku" onPick={picker.onPick} />
      )}
    </>
  )
}
