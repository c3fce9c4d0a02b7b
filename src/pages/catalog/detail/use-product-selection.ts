import type { ProductView, SkuView } from '@core/contract/storefront'
import {
  checkOptions,
  type LineOptions,
  NO_OPTIONS,
  type OptionsError,
} from '@core/domain/catalog/product'
import { LINE_QUANTITY_MAX } from '@core/kernel/limits'
import { useState } from 'react'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'
import { type SkuChoice, chosenSku, initialChoice } from './sku-choice'

/** What the sheet was opened for: only to choose, or on the way to the cart or to paying. */
export type SheetPurpose = 'choose' | 'cart' | 'buy'

/** What is being chosen of a product, and where it goes. */
export type ProductSelection = {
  choice: SkuChoice
  sku: SkuView | null
  quantity: number
  /** The most that one order may have. */
  quantityMax: number
  options: LineOptions
  /** What of the options is wrong; told once somebody wants to go on. */
  error: OptionsError | null
  purpose: SheetPurpose | null
  setChoice(choice: SkuChoice): void
  setQuantity(quantity: number): void
  setOptions(options: LineOptions): void
  openSheet(purpose: SheetPurpose | null): void
  confirm(how: SheetPurpose): Promise<void>
}

/** Keeps what is chosen; what is not chosen well opens the sheet instead of going on. */
export function useProductSelection(product: ProductView): ProductSelection {
  const { skus } = product
  const [choice, setChoice] = useState(() => initialChoice(product))
  const [quantity, setQuantity] = useState(1)
  const [options, setOptions] = useState(NO_OPTIONS)
  const [fault, setFault] = useState<OptionsError | null>(null)
  const [purpose, open] = useState<SheetPurpose | null>(null)
  const sku = chosenSku(skus, choice)

  const finish = async (how: SheetPurpose) => {
    const checked = checkOptions(product, options)
    setFault(checked.ok ? null : checked.error)
    if (!sku || !checked.ok) return open(how)
    open(null)
    if (how === 'buy') {
      shop.getState().startCheckout([{ skuId: sku.id, quantity, options }])
      return go.checkout()
    }
    const isIn = await shop.getState().addToCart(sku.id, quantity, options)
    if (isIn) toast('已放进购物车')
  }

  return {
    choice,
    sku,
    quantity,
    quantityMax: quantityMaxOf(product, sku),
    options,
    error: fault,
    purpose,
    setChoice,
    setQuantity,
    setOptions: (next) => {
      setOptions(next)
      setFault(null)
    },
    openSheet: open,
    confirm: finish,
  }
}

/** No more than there is, than a line may have, and than the product's limits allow. */
function quantityMaxOf({ limits }: ProductView, sku: SkuView | null): number {
  const { perMember, perOrder } = limits
  const most = [LINE_QUANTITY_MAX, sku?.available, perMember, perOrder]
  return Math.max(1, Math.min(...most.filter((one): one is number => typeof one === 'number')))
}
