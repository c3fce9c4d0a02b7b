import type { ProductView, SkuView } from '@core/contract/storefront'
import {
  checkOptions,
  type LineOptions,
  NO_OPTIONS,
  type OptionsError,
} from '@core/domain/catalog/product'
import { LINE_QUANTITY_MAX } from '@core/kernel/limits'
import { useState } from 'react'
import { chosenSku, initialChoice, type SkuChoice } from '@/components/sku-choice'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'

/** Why the sheet was opened: to choose only, to add to the cart, or to buy now. */
export type SheetPurpose = 'choose' | 'cart' | 'buy'

/** The current selection on the product page and what can be done with it. */
export type ProductSelection = {
  choice: SkuChoice
  sku: SkuView | null
  quantity: number
  /** Maximum quantity per order. */
  quantityMax: number
  options: LineOptions
  /** Validation error of the options; set on `confirm`. */
  error: OptionsError | null
  purpose: SheetPurpose | null
  setChoice(choice: SkuChoice): void
  setQuantity(quantity: number): void
  setOptions(options: LineOptions): void
  openSheet(purpose: SheetPurpose | null): void
  confirm(purpose: SheetPurpose): Promise<void>
}

/** Holds the selection; `confirm` opens the sheet while the selection is incomplete. */
export function useProductSelection(product: ProductView): ProductSelection {
  const { skus } = product
  const [choice, setChoice] = useState(() => initialChoice(product))
  const [quantity, setQuantity] = useState(1)
  const [options, setOptions] = useState(NO_OPTIONS)
  const [error, setError] = useState<OptionsError | null>(null)
  const [purpose, openSheet] = useState<SheetPurpose | null>(null)
  const sku = chosenSku(skus, choice)

  const confirm = async (confirmed: SheetPurpose) => {
    const checked = checkOptions(product, options)
    setError(checked.ok ? null : checked.error)
    if (!sku || !checked.ok) return openSheet(confirmed)
    openSheet(null)
    if (confirmed === 'buy') {
      shop.getState().startCheckout([{ skuId: sku.id, quantity, options }])
      return go.checkout()
    }
    const isAdded = await shop.getState().addToCart(sku.id, quantity, options)
    if (isAdded) toast('已放进购物车')
  }

  return {
    choice,
    sku,
    quantity,
    quantityMax: quantityMaxOf(product, sku),
    options,
    error,
    purpose,
    setChoice,
    setQuantity,
    setOptions: (next) => {
      setOptions(next)
      setError(null)
    },
    openSheet,
    confirm,
  }
}

/** The lowest of stock, the limit per line and the product's limits; at least 1. */
function quantityMaxOf({ limits }: ProductView, sku: SkuView | null): number {
  const { perMember, perOrder } = limits
  const limitsInForce = [LINE_QUANTITY_MAX, sku?.available, perMember, perOrder]
  return Math.max(
    1,
    Math.min(...limitsInForce.filter((one): one is number => typeof one === 'number')),
  )
}
