import {
  type AfterSalesContract,
  afterSaleInput,
  afterSaleListInput,
  afterSaleParcelInput,
  changeRequestInput,
  estimateInput,
  optionsInput,
  requestInput,
} from '@core/contract/after-sales'
import { noInput } from '@core/contract/primitives'
import {
  type AfterSalesAdminContract,
  agreeInput,
  decisionInput,
  receiveInput,
  refuseInput,
  returnAddressInput,
  staffAfterSaleListInput,
} from '@core/contract/staff-after-sales'
import { goodwillInput, goodwillPreviewInput } from '@core/contract/staff-refunds'
import { AFTER_SALES_COLLECTIONS } from '@core/data/after-sales/collections'
import { AFTER_SALES_UPCASTS } from '@core/data/after-sales/upcasts'
import { command } from '@core/data/database'
import { AWAITING_SHOP_STATES } from '@core/domain/after-sales/after-sale'
import { AFTER_SALES_SETTINGS } from '@core/domain/after-sales/settings'
import { endOf } from '@core/kernel/calendar'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { changeRequest } from './change-request'
import {
  agreeToAfterSale,
  previewDecision,
  receiveReturn,
  refundInstead,
  refuseAfterSale,
} from './decide'
import { deliverRefund } from './deliver-refund'
import { deliverReturns } from './deliver-returns'
import { AFTER_SALES_DUE, expireAfterSales } from './expire'
import { afterSaleOptions, estimateAfterSale } from './options'
import { previewByStaff, refundByStaff } from './refund-by-staff'
import { requestAfterSale, sendBack, withdrawAfterSale } from './request'
import { retryRefund } from './retry-refund'
import { sendExchange } from './send-exchange'
import {
  listAfterSales,
  listStaffAfterSales,
  saveReturnAddress,
  showAfterSale,
  showReturnAddress,
  showStaffAfterSale,
} from './show-after-sales'

const AWAITING_SHOP = { state: command.in([...AWAITING_SHOP_STATES]) }

export const afterSalesArea: Area = {
  name: 'after-sales',
  settings: AFTER_SALES_SETTINGS,
  shop: shopOperations<AfterSalesContract>({
    'afterSales.options': { input: optionsInput, run: afterSaleOptions },
    'afterSales.estimate': { input: estimateInput, run: estimateAfterSale },
    'afterSales.request': { input: requestInput, run: requestAfterSale },
    'afterSales.change': { input: changeRequestInput, run: changeRequest },
    'afterSales.list': { input: afterSaleListInput, run: listAfterSales },
    'afterSales.show': { input: afterSaleInput, run: showAfterSale },
    'afterSales.withdraw': { input: afterSaleInput, run: withdrawAfterSale },
    'afterSales.sendBack': { input: afterSaleParcelInput, run: sendBack },
  }),
  admin: staffOperations<AfterSalesAdminContract>({
    'afterSales.list': {
      input: staffAfterSaleListInput,
      run: listStaffAfterSales,
      roles: ['service', 'shipping'],
    },
    'afterSales.show': {
      input: afterSaleInput,
      run: showStaffAfterSale,
      roles: ['service', 'shipping'],
    },
    'afterSales.previewDecision': {
      input: decisionInput,
      run: previewDecision,
      roles: ['service', 'shipping'],
    },
    'afterSales.agree': { input: agreeInput, run: agreeToAfterSale, roles: ['service'] },
    'afterSales.refuse': { input: refuseInput, run: refuseAfterSale, roles: ['service'] },
    'afterSales.receive': {
      input: receiveInput,
      run: receiveReturn,
      roles: ['service', 'shipping'],
    },
    'afterSales.sendAgain': {
      input: afterSaleParcelInput,
      run: sendExchange,
      roles: ['service', 'shipping'],
    },
    'afterSales.refundInstead': { input: afterSaleInput, run: refundInstead, roles: ['service'] },
    'afterSales.retryRefund': { input: afterSaleInput, run: retryRefund, roles: ['service'] },
    'afterSales.previewByStaff': {
      input: goodwillPreviewInput,
      run: previewByStaff,
      roles: [],
    },
    'afterSales.refundByStaff': { input: goodwillInput, run: refundByStaff, roles: [] },
    'afterSales.returnAddress': { input: noInput, run: showReturnAddress, roles: ['service'] },
    'afterSales.saveReturnAddress': {
      input: returnAddressInput,
      run: saveReturnAddress,
      roles: ['service'],
    },
  }),
  collections: AFTER_SALES_COLLECTIONS,
  upcasts: AFTER_SALES_UPCASTS,
  outbox: {
    refund: deliverRefund,
    giveBack: deliverReturns,
  },
  due: AFTER_SALES_DUE,
  sweep: { expireAfterSales },
  waiting: {
    afterSales: {
      operation: 'afterSales.list',
      collection: 'afterSales',
      where: () => AWAITING_SHOP,
      due: ({ today }) => ({ ...AWAITING_SHOP, dueAt: command.lt(endOf(today)) }),
    },
  },
}
