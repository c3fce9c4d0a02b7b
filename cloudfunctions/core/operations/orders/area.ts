import {
  type OrdersAdminContract,
  type OrdersContract,
  orderInput,
  orderListInput,
  parcelInput,
  placeOrderInput,
  quoteInput,
  shipInput,
} from '@core/contract/orders'
import { command } from '@core/data/database'
import { ORDERS_COLLECTIONS } from '@core/data/orders/collections'
import { ORDERS_SEALED } from '@core/data/orders/sealed'
import { ORDERS_UPCASTS } from '@core/data/orders/upcasts'
import { ORDERS_SETTINGS } from '@core/domain/orders/settings'
import { endOf, HOUR_MS } from '@core/kernel/calendar'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { cancelOrder } from './close-order'
import { confirmReceipt, extendReceipt } from './confirm-receipt'
import { deliverLateRefund } from './deliver-late-refund'
import { deliverShippingInfo } from './deliver-shipping-info'
import { payOrder } from './pay-order'
import { placeOrder } from './place-order'
import { quoteOrder } from './quote-order'
import { remindUnpaid } from './remind-unpaid'
import { repairGrants } from './repair-grants'
import { repairStock } from './repair-stock'
import { listStaffOrders, shipOrder, showStaffOrder } from './ship-order'
import { listOrders, showOrder } from './show-orders'
import { showParcel } from './show-parcel'
import { settleDueOrders } from './sweep-orders'

const TO_SHIP = { state: command.in(['paid', 'partlyShipped']) }

export const ordersArea: Area = {
  name: 'orders',
  settings: ORDERS_SETTINGS,
  shop: shopOperations<OrdersContract>({
    'orders.quote': { input: quoteInput, run: quoteOrder },
    'orders.place': { input: placeOrderInput, run: placeOrder },
    'orders.pay': { input: orderInput, run: payOrder },
    'orders.list': { input: orderListInput, run: listOrders },
    'orders.show': { input: orderInput, run: showOrder },
    'orders.cancel': { input: orderInput, run: cancelOrder },
    'orders.confirmReceipt': { input: orderInput, run: confirmReceipt },
    'orders.extendReceipt': { input: orderInput, run: extendReceipt },
    'orders.parcel': { input: parcelInput, run: showParcel },
  }),
  admin: staffOperations<OrdersAdminContract>({
    'orders.list': { input: orderListInput, run: listStaffOrders, roles: ['service', 'shipping'] },
    'orders.show': { input: orderInput, run: showStaffOrder, roles: ['service', 'shipping'] },
    'orders.ship': { input: shipInput, run: shipOrder, roles: ['service', 'shipping'] },
  }),
  collections: ORDERS_COLLECTIONS,
  sealed: ORDERS_SEALED,
  upcasts: ORDERS_UPCASTS,
  outbox: {
    refundLatePayment: deliverLateRefund,
    shippingInfo: deliverShippingInfo,
  },
  due: [
    { collection: 'orders', path: 'dueAt' },
    { collection: 'orders', path: 'remindAt' },
    { collection: 'stockMovements', path: 'dueAt' },
  ],
  sweep: { remindUnpaid, settleDueOrders, repairStock, repairGrants },
  waiting: {
    orders: {
      operation: 'orders.list',
      collection: 'orders',
      where: () => TO_SHIP,
      // By the moment of placing, which has an index: paying follows within minutes.
      due: ({ program, today }) => ({
        ...TO_SHIP,
        placedAt: command.lt(endOf(today) - program.shipWithinHours * HOUR_MS),
      }),
    },
  },
}
