import {
  cancelInput,
  changeAddressInput,
  type OrderCareAdminContract,
  type OrderCareContract,
  orderNoteInput,
} from '@core/contract/order-care'
import {
  type OrdersAdminContract,
  type OrdersContract,
  orderInput,
  ownOrderListInput,
  parcelInput,
  placeOrderInput,
  quoteInput,
  staffOrderListInput,
} from '@core/contract/orders'
import { noInput } from '@core/contract/primitives'
import {
  addressesInput,
  correctParcelInput,
  otherWayInput,
  type ShippingAdminContract,
  shipInput,
  shippingListInput,
} from '@core/contract/shipping'
import { command } from '@core/data/database'
import { ORDERS_COLLECTIONS } from '@core/data/orders/collections'
import { ORDERS_SEALED } from '@core/data/orders/sealed'
import { ORDERS_UPCASTS } from '@core/data/orders/upcasts'
import { TO_SHIP_STATES } from '@core/domain/orders/order-groups'
import { ORDERS_SETTINGS } from '@core/domain/orders/settings'
import type { StaffRole } from '@core/domain/staff/roles'
import { endOf, HOUR_MS } from '@core/kernel/calendar'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { countCancelReasons } from './cancel-reasons'
import { changeAddress } from './change-address'
import { cancelOrder } from './close-order'
import { confirmReceipt, extendReceipt } from './confirm-receipt'
import { correctParcel } from './correct-parcel'
import { deliverLateRefund } from './deliver-late-refund'
import { deliverShippingInfo } from './deliver-shipping-info'
import { noteOrder } from './note-order'
import { payOrder } from './pay-order'
import { placeOrder } from './place-order'
import { quoteOrder } from './quote-order'
import { remindUnpaid } from './remind-unpaid'
import { repairGrants } from './repair-grants'
import { repairStock } from './repair-stock'
import { searchKeyMigrations } from './search-key-migrations'
import { checkList, shipList } from './ship-list'
import { shipOrder } from './ship-order'
import { shipOtherWay } from './ship-other-way'
import { listOrders, showOrder } from './show-orders'
import { showParcel } from './show-parcel'
import { listAddresses, listStaffOrders, showStaffOrder } from './staff-orders'
import { settleDueOrders } from './sweep-orders'
import { urgeOrder } from './urge-order'

const TO_SHIP = { state: command.in([...TO_SHIP_STATES]) }

/** Who sees orders and ships them. */
const SHIPPERS: readonly StaffRole[] = ['service', 'shipping']

export const ordersArea: Area = {
  name: 'orders',
  settings: ORDERS_SETTINGS,
  shop: shopOperations<OrdersContract & OrderCareContract>({
    'orders.quote': { input: quoteInput, run: quoteOrder },
    'orders.place': { input: placeOrderInput, run: placeOrder },
    'orders.pay': { input: orderInput, run: payOrder },
    'orders.list': { input: ownOrderListInput, run: listOrders },
    'orders.show': { input: orderInput, run: showOrder },
    'orders.cancel': { input: cancelInput, run: cancelOrder },
    'orders.urge': { input: orderInput, run: urgeOrder },
    'orders.changeAddress': { input: changeAddressInput, run: changeAddress },
    'orders.confirmReceipt': { input: orderInput, run: confirmReceipt },
    'orders.extendReceipt': { input: orderInput, run: extendReceipt },
    'orders.parcel': { input: parcelInput, run: showParcel },
  }),
  admin: staffOperations<OrdersAdminContract & ShippingAdminContract & OrderCareAdminContract>({
    'orders.list': { input: staffOrderListInput, run: listStaffOrders, roles: SHIPPERS },
    'orders.show': { input: orderInput, run: showStaffOrder, roles: SHIPPERS },
    'orders.note': { input: orderNoteInput, run: noteOrder, roles: SHIPPERS },
    'orders.ship': { input: shipInput, run: shipOrder, roles: SHIPPERS },
    'orders.shipOtherWay': { input: otherWayInput, run: shipOtherWay, roles: SHIPPERS },
    'orders.correctParcel': { input: correctParcelInput, run: correctParcel, roles: SHIPPERS },
    'orders.checkList': { input: shippingListInput, run: checkList, roles: SHIPPERS },
    'orders.shipList': { input: shippingListInput, run: shipList, roles: SHIPPERS },
    'orders.addresses': { input: addressesInput, run: listAddresses, roles: SHIPPERS },
    'orders.cancelReasons': { input: noInput, run: countCancelReasons, roles: SHIPPERS },
  }),
  collections: ORDERS_COLLECTIONS,
  sealed: ORDERS_SEALED,
  migrations: searchKeyMigrations,
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
