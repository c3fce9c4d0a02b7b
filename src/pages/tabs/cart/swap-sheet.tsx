import type { CartLine } from '@core/contract/cart'
import type { ProductView } from '@core/contract/storefront'
import { LINE_QUANTITY_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Failure } from '@/components/empty'
import { Sheet } from '@/components/sheet'
import { RowsSkeleton } from '@/components/skeleton'
import { chosenSku } from '@/components/sku-choice'
import { SkuPicker } from '@/components/sku-picker'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'

type Props = { line: CartLine | null; onClose(): void }

/** Chooses another SKU for a line of the cart; its pieces stay as far as there are so many. */
export function SwapSheet({ line, onClose }: Props) {
  if (line === null) return null
  return <OpenSheet key={line.key} line={line} onClose={onClose} />
}

function OpenSheet({ line, onClose }: { line: CartLine; onClose(): void }) {
  const { productId } = line
  const product = useLoad(() => callShop('catalog.product', { productId }), productId)
  if (product.value) return <Choosing product={product.value} line={line} onClose={onClose} />
  return (
    <Sheet isOpen title="换规格" onClose={onClose}>
      {product.error ? (
        <Failure of="件商品" error={product.error} onRetry={() => void product.reload()} />
      ) : (
        <RowsSkeleton count={2} />
      )}
    </Sheet>
  )
}

type ChoosingProps = { product: ProductView; line: CartLine; onClose(): void }

function Choosing({ product, line, onClose }: ChoosingProps) {
  const own = product.skus.find(({ id }) => id === line.skuId)
  const [choice, setChoice] = useState(() =>
    product.dimensions.map((_, at) => own?.values[at] ?? null),
  )
  const [isBusy, setBusy] = useState(false)
  const sku = chosenSku(product.skus, choice)
  const isOther = sku !== null && sku.id !== line.skuId
  const pieces = Math.min(line.quantity, LINE_QUANTITY_MAX, sku?.available ?? 0)

  const swap = async () => {
    if (!isOther) return
    setBusy(true)
    const isDone = await shop.getState().swapSku(line.key, sku.id)
    setBusy(false)
    if (!isDone) return
    onClose()
    toast(pieces < line.quantity ? `换好了，这一款只剩 ${pieces} 件` : '换好了')
  }

  return (
    <Sheet
      isOpen
      title="换规格"
      onClose={onClose}
      foot={
        <Button wide busy={isBusy} disabled={!isOther || pieces === 0} onTap={() => void swap()}>
          {isOther && pieces > 0 ? `换成这一款，${pieces} 件` : '选另一款'}
        </Button>
      }
    >
      <View className="sku">
        <SkuPicker product={product} sku={sku} choice={choice} onChoose={setChoice} />
        {isOther && pieces > 0 && pieces < line.quantity && (
          <Text className="sku__stock">{`原来 ${line.quantity} 件，这一款只剩 ${pieces} 件`}</Text>
        )}
      </View>
    </Sheet>
  )
}
