import type { AdminContract } from '@core/contract'
import { memberInput, memberListInput, memberPageInput, shipInput } from '@core/contract/admin'
import {
  afterSaleInput,
  afterSaleParcelInput,
  agreeInput,
  goodwillInput,
  receiveInput,
  refuseInput,
  returnAddressInput,
  staffAfterSaleListInput,
} from '@core/contract/after-sales'
import { noInput, productInput } from '@core/contract/catalog'
import { articleInput, articleListInput, saveArticleInput } from '@core/contract/content'
import { couponIdInput, couponInput, couponListInput } from '@core/contract/coupons'
import {
  applyImportInput,
  importSummaryInput,
  learnImportInput,
  reviewImportInput,
} from '@core/contract/imports'
import { outboxInput, outboxListInput } from '@core/contract/notifications'
import { orderInput, orderListInput } from '@core/contract/orders'
import {
  categoryInput,
  productListInput,
  saveCategoryInput,
  saveHomeInput,
  saveProductInput,
  saveTagInput,
  switchProductInput,
  wordListInput,
} from '@core/contract/products'
import {
  freightInput,
  promotionIdInput,
  promotionInput,
  promotionListInput,
} from '@core/contract/promotions'
import { answerInput, hideQuestionInput, staffQuestionsInput } from '@core/contract/questions'
import {
  reconciliationDayInput,
  reconciliationListInput,
  resolveDifferenceInput,
  settleDifferenceInput,
} from '@core/contract/reconciliation'
import { decideReviewInput, replyReviewInput, staffReviewsInput } from '@core/contract/reviews'
import {
  faqInput,
  saveFaqInput,
  ticketInput,
  ticketListInput,
  writeTicketInput,
} from '@core/contract/service'
import { movementListInput, moveStockInput, stockListInput } from '@core/contract/stock'
import {
  agreeToAfterSale,
  receiveReturn,
  refundInstead,
  refuseAfterSale,
} from '@core/operations/after-sales/decide'
import { refundByStaff } from '@core/operations/after-sales/goodwill'
import { retryRefund } from '@core/operations/after-sales/retry-refund'
import { sendAgain } from '@core/operations/after-sales/send-again'
import {
  listStaffAfterSales,
  saveReturnAddress,
  showReturnAddress,
  showStaffAfterSale,
} from '@core/operations/after-sales/show-after-sales'
import {
  listCategories,
  listTags,
  removeCategory,
  removeTag,
  saveCategory,
  saveHome,
  saveTag,
} from '@core/operations/catalog/categories'
import {
  articleTags,
  listStaffArticles,
  saveArticle,
  showStaffArticle,
} from '@core/operations/content/edit-articles'
import {
  listCoupons,
  saveCoupon,
  showCoupon,
  stopCoupon,
} from '@core/operations/coupons/staff-coupons'
import { lifecycleBoard, listMembers } from '@core/operations/customers/list-customers'
import {
  memberHistory,
  memberOrders,
  memberPoints,
  memberTimeline,
  showMember,
} from '@core/operations/customers/show-customer'
import { saveFreight, showFreight } from '@core/operations/freight/freight'
import { applyImport } from '@core/operations/imports/apply-import'
import { learnPurchaseInterval } from '@core/operations/imports/learn-interval'
import { reviewImport } from '@core/operations/imports/review-import'
import { summarizeImport } from '@core/operations/imports/summarize-import'
import { listStaffOrders, shipOrder, showStaffOrder } from '@core/operations/orders/ship-order'
import { listOutbox, retryMessage } from '@core/operations/outbox/show-outbox'
import { saveProduct } from '@core/operations/products/save-product'
import {
  listStaffProducts,
  showStaffProduct,
  switchProduct,
} from '@core/operations/products/staff-products'
import {
  checkPromotion,
  endPromotion,
  savePromotion,
} from '@core/operations/promotions/save-promotion'
import { listPromotions, showPromotion } from '@core/operations/promotions/show-promotions'
import {
  answerQuestion,
  hideQuestion,
  listStaffQuestions,
} from '@core/operations/questions/staff-questions'
import {
  resolveDifference,
  settleDifference,
} from '@core/operations/reconciliation/settle-difference'
import {
  listReconciliations,
  runReconciliation,
  showReconciliation,
} from '@core/operations/reconciliation/show-days'
import { decideReview, listStaffReviews, replyReview } from '@core/operations/reviews/staff-reviews'
import { listFaq, removeFaq, saveFaq } from '@core/operations/service/edit-faq'
import {
  closeTicket,
  listStaffTickets,
  replyTicket,
  reportTickets,
  showStaffTicket,
} from '@core/operations/service/staff-tickets'
import { prepareCloud } from '@core/operations/staff/prepare-cloud'
import { showWorkbench } from '@core/operations/staff/show-workbench'
import { listMovements, listStock } from '@core/operations/stock/list-stock'
import { moveStockByHand } from '@core/operations/stock/move-stock'
import { listSearchWords } from '@core/operations/storefront/search'
import type { Operations } from '@core/runtime/serve'

/** What the staff may call, and what answers. */
export const operations: Operations<AdminContract> = {
  'members.list': { input: memberListInput, run: listMembers },
  'members.show': { input: memberInput, run: showMember },
  'members.orders': { input: memberPageInput, run: memberOrders },
  'members.points': { input: memberPageInput, run: memberPoints },
  'members.history': { input: memberPageInput, run: memberHistory },
  'members.timeline': { input: memberPageInput, run: memberTimeline },
  'workbench.show': { input: noInput, run: showWorkbench },
  'reconciliation.list': { input: reconciliationListInput, run: listReconciliations },
  'reconciliation.show': { input: reconciliationDayInput, run: showReconciliation },
  'reconciliation.run': { input: reconciliationDayInput, run: runReconciliation },
  'reconciliation.settle': { input: settleDifferenceInput, run: settleDifference },
  'reconciliation.resolve': { input: resolveDifferenceInput, run: resolveDifference },
  'setup.prepare': { input: noInput, run: prepareCloud },
  'lifecycle.board': { input: noInput, run: lifecycleBoard },
  'reviews.list': { input: staffReviewsInput, run: listStaffReviews },
  'reviews.reply': { input: replyReviewInput, run: replyReview },
  'reviews.decide': { input: decideReviewInput, run: decideReview },
  'questions.list': { input: staffQuestionsInput, run: listStaffQuestions },
  'questions.answer': { input: answerInput, run: answerQuestion },
  'questions.hide': { input: hideQuestionInput, run: hideQuestion },
  'tickets.list': { input: ticketListInput, run: listStaffTickets },
  'tickets.show': { input: ticketInput, run: showStaffTicket },
  'tickets.reply': { input: writeTicketInput, run: replyTicket },
  'tickets.close': { input: ticketInput, run: closeTicket },
  'tickets.report': { input: noInput, run: reportTickets },
  'faq.list': { input: noInput, run: listFaq },
  'faq.save': { input: saveFaqInput, run: saveFaq },
  'faq.remove': { input: faqInput, run: removeFaq },
  'articles.list': { input: articleListInput, run: listStaffArticles },
  'articles.show': { input: articleInput, run: showStaffArticle },
  'articles.tags': { input: noInput, run: articleTags },
  'articles.save': { input: saveArticleInput, run: saveArticle },
  'outbox.list': { input: outboxListInput, run: listOutbox },
  'outbox.retry': { input: outboxInput, run: retryMessage },
  'orders.list': { input: orderListInput, run: listStaffOrders },
  'orders.show': { input: orderInput, run: showStaffOrder },
  'orders.ship': { input: shipInput, run: shipOrder },
  'afterSales.list': { input: staffAfterSaleListInput, run: listStaffAfterSales },
  'afterSales.show': { input: afterSaleInput, run: showStaffAfterSale },
  'afterSales.agree': { input: agreeInput, run: agreeToAfterSale },
  'afterSales.refuse': { input: refuseInput, run: refuseAfterSale },
  'afterSales.receive': { input: receiveInput, run: receiveReturn },
  'afterSales.sendAgain': { input: afterSaleParcelInput, run: sendAgain },
  'afterSales.refundInstead': { input: afterSaleInput, run: refundInstead },
  'afterSales.retryRefund': { input: afterSaleInput, run: retryRefund },
  'afterSales.refundByStaff': { input: goodwillInput, run: refundByStaff },
  'afterSales.returnAddress': { input: noInput, run: showReturnAddress },
  'afterSales.saveReturnAddress': { input: returnAddressInput, run: saveReturnAddress },
  'home.save': { input: saveHomeInput, run: saveHome },
  'categories.list': { input: noInput, run: listCategories },
  'categories.save': { input: saveCategoryInput, run: saveCategory },
  'categories.remove': { input: categoryInput, run: removeCategory },
  'tags.list': { input: noInput, run: listTags },
  'tags.save': { input: saveTagInput, run: saveTag },
  'tags.remove': { input: categoryInput, run: removeTag },
  'products.list': { input: productListInput, run: listStaffProducts },
  'products.show': { input: productInput, run: showStaffProduct },
  'products.save': { input: saveProductInput, run: saveProduct },
  'products.switch': { input: switchProductInput, run: switchProduct },
  'words.list': { input: wordListInput, run: listSearchWords },
  'stock.list': { input: stockListInput, run: listStock },
  'stock.move': { input: moveStockInput, run: moveStockByHand },
  'stock.movements': { input: movementListInput, run: listMovements },
  'promotions.list': { input: promotionListInput, run: listPromotions },
  'promotions.show': { input: promotionIdInput, run: showPromotion },
  'promotions.check': { input: promotionInput, run: checkPromotion },
  'promotions.save': { input: promotionInput, run: savePromotion },
  'promotions.end': { input: promotionIdInput, run: endPromotion },
  'freight.show': { input: noInput, run: showFreight },
  'freight.save': { input: freightInput, run: saveFreight },
  'coupons.list': { input: couponListInput, run: listCoupons },
  'coupons.show': { input: couponIdInput, run: showCoupon },
  'coupons.save': { input: couponInput, run: saveCoupon },
  'coupons.stop': { input: couponIdInput, run: stopCoupon },
  'imports.apply': { input: applyImportInput, run: applyImport },
  'imports.learn': { input: learnImportInput, run: learnPurchaseInterval },
  'imports.review': { input: reviewImportInput, run: reviewImport },
  'imports.summary': { input: importSummaryInput, run: summarizeImport },
}
