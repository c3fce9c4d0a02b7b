import type { ProductView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { SkuPicker } from '@/components/sku-picker'
import { Stepper } from '@/components/stepper'
import { OptionFields } from './option-fields'
import { RemindButton } from './remind-button'
import type { ProductSelection } from './use-product-selection'
import type { Reminding } from './use-reminder'
import './sku-sheet.scss'

type Props = { product: ProductView; selection: ProductSelection; reminding: Reminding }

/** The sheet for choosing specification, options and quantity. */
export function SkuSheet({ product, selection, reminding }: Props) {
  const { sku, choice, setChoice } = selection
  return (
    <Sheet
      isOpen={selection.purpose !== null}
      title={product.dimensions.length > 0 ? '选择规格' : '加一点什么'}
      onClose={() => selection.openSheet(null)}
      foot={<SheetFoot product={product} selection={selection} reminding={reminding} />}
    >
      <View className="sku">
        <SkuPicker product={product} sku={sku} choice={choice} onChoose={setChoice} />
        <OptionFields
          product={product}
          options={selection.options}
          error={selection.error}
          onChange={selection.setOptions}
        />
        <View className="sku__count">
          <Text className="sku__name">件数</Text>
          <Stepper
            value={selection.quantity}
            max={selection.quantityMax}
            label="件数"
            onChange={selection.setQuantity}
          />
        </View>
      </View>
    </Sheet>
  )
}

function SheetFoot({ product, selection, reminding }: Props) {
  const { purpose, sku, confirm } = selection
  const isOnSale = product.sale.state === 'ON_SALE' || product.sale.state === 'EARLY'
  const canBuy = isOnSale && sku !== null && sku.available > 0
  if (product.sale.state === 'NOT_YET') return <RemindButton skuId={null} reminding={reminding} />
  if (sku?.available === 0) return <RemindButton skuId={sku.id} reminding={reminding} />
  if (purpose === 'cart' || purpose === 'buy') {
    return (
      <Button wide disabled={!canBuy} onTap={() => void confirm(purpose)}>
        {purpose === 'buy' ? '立即购买' : '加入购物车'}
      </Button>
    )
  }
  return (
    <>
      <Button kind="soft" wide disabled={!canBuy} onTap={() => void confirm('cart')}>
        加入购物车
      </Button>
      <Button wide disabled={!canBuy} onTap={() => void confirm('buy')}>
        立即购买
      </Button>
    </>
  )
}
