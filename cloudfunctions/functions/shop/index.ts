import type { ShopContract } from '@core/contract'
import { customersOnly } from '@core/runtime/authorize'
import { serve } from '@core/runtime/serve'
import { operations } from './operations'

/** Members' operations: everything a customer's phone may ask for. */
export const main = serve<ShopContract>('shop', operations, customersOnly)
