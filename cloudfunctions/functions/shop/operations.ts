import type { ShopContract } from '@core/contract'
import {
  afterSaleInput,
  afterSaleListInput,
  afterSaleParcelInput,
  estimateInput,
  requestInput,
} from '@core/contract/after-sales'
import { cartChange } from '@core/contract/cart'
import {
  cardsInput,
  favouriteInput,
  favouritesInput,
  noInput,
  productInput,
  searchInput,
} from '@core/contract/catalog'
import { articleInput, articleListInput } from '@core/contract/content'
import { couponCodeInput, couponIdInput, walletInput } from '@core/contract/coupons'
import { consent, joinInput, pageInput, recordInput, updateInput } from '@core/contract/members'
import { grantInput } from '@core/contract/notifications'
import {
  orderInput,
  orderListInput,
  parcelInput,
  placeOrderInput,
  quoteInput,
} from '@core/contract/orders'
import { askInput, questionListInput } from '@core/contract/questions'
import {
  appendReviewInput,
  reportReviewInput,
  reviewListInput,
  writeReviewInput,
} from '@core/contract/reviews'
import {
  helpInput,
  openTicketInput,
  ticketInput,
  ticketPageInput,
  writeTicketInput,
} from '@core/contract/service'
import { joinMembers, recordConsent, updateMember } from '@core/operations/account/join'
import { showMe } from '@core/operations/account/show-me'
import { afterSaleOptions, estimateAfterSale } from '@core/operations/after-sales/options'
import { requestAfterSale, sendBack, withdrawAfterSale } from '@core/operations/after-sales/request'
import { listAfterSales, showAfterSale } from '@core/operations/after-sales/show-after-sales'
import { buyAgain } from '@core/operations/cart/buy-again'
import { changeCart, showCart } from '@core/operations/cart/change-cart'
import { listArticles, showArticle } from '@core/operations/content/show-articles'
import { claimCoupon, enterCode } from '@core/operations/coupons/claim-coupon'
import { showCenter, showWallet } from '@core/operations/coupons/show-coupons'
import { recordEvents } from '@core/operations/events/record-events'
import { grantMessages, showTemplates } from '@core/operations/notifications/grant-messages'
import { cancelOrder } from '@core/operations/orders/close-order'
import { confirmReceipt, extendReceipt } from '@core/operations/orders/confirm-receipt'
import { payOrder } from '@core/operations/orders/pay-order'
import { placeOrder } from '@core/operations/orders/place-order'
import { quoteOrder } from '@core/operations/orders/quote-order'
import { listOrders, showOrder } from '@core/operations/orders/show-orders'
import { showParcel } from '@core/operations/orders/show-parcel'
import { showPointsHistory } from '@core/operations/points/show-points'
import { askQuestion } from '@core/operations/questions/ask-question'
import { listOwnQuestions, listQuestions } from '@core/operations/questions/show-questions'
import { reportReview } from '@core/operations/reviews/report-review'
import { listReviews, reviewsOfOrder } from '@core/operations/reviews/show-reviews'
import { appendReview, writeReview } from '@core/operations/reviews/write-review'
import { closeOwnTicket, openTicketOf, writeTicket } from '@core/operations/service/open-ticket'
import { listTickets, showHelp, showTicket } from '@core/operations/service/show-tickets'
import { showCards, showCategories, showFacets } from '@core/operations/storefront/browse'
import { searchProducts } from '@core/operations/storefront/search'
import { listFavourites } from '@core/operations/storefront/show-favourites'
import { showHome } from '@core/operations/storefront/show-home'
import { favouriteProduct, showProduct } from '@core/operations/storefront/show-product'
import type { Operations } from '@core/runtime/serve'

/** What a customer may call, and what answers. */
export const operations: Operations<ShopContract> = {
  'home.show': { input: noInput, run: showHome },
  'catalog.categories': { input: noInput, run: showCategories },
  'catalog.search': { input: searchInput, run: searchProducts },
  'catalog.facets': { input: noInput, run: showFacets },
  'catalog.cards': { input: cardsInput, run: showCards },
  'catalog.favourites': { input: favouritesInput, run: listFavourites },
  'catalog.product': { input: productInput, run: showProduct },
  'catalog.favourite': { input: favouriteInput, run: favouriteProduct },
  'cart.show': { input: noInput, run: showCart },
  'cart.change': { input: cartChange, run: changeCart },
  'orders.quote': { input: quoteInput, run: quoteOrder },
  'orders.place': { input: placeOrderInput, run: placeOrder },
  'orders.pay': { input: orderInput, run: payOrder },
  'orders.list': { input: orderListInput, run: listOrders },
  'orders.show': { input: orderInput, run: showOrder },
  'orders.cancel': { input: orderInput, run: cancelOrder },
  'orders.confirmReceipt': { input: orderInput, run: confirmReceipt },
  'orders.extendReceipt': { input: orderInput, run: extendReceipt },
  'orders.parcel': { input: parcelInput, run: showParcel },
  'orders.buyAgain': { input: orderInput, run: buyAgain },
  'afterSales.options': { input: orderInput, run: afterSaleOptions },
  'afterSales.estimate': { input: estimateInput, run: estimateAfterSale },
  'afterSales.request': { input: requestInput, run: requestAfterSale },
  'afterSales.list': { input: afterSaleListInput, run: listAfterSales },
  'afterSales.show': { input: afterSaleInput, run: showAfterSale },
  'afterSales.withdraw': { input: afterSaleInput, run: withdrawAfterSale },
  'afterSales.sendBack': { input: afterSaleParcelInput, run: sendBack },
  'coupons.center': { input: noInput, run: showCenter },
  'coupons.claim': { input: couponIdInput, run: claimCoupon },
  'coupons.wallet': { input: walletInput, run: showWallet },
  'coupons.enterCode': { input: couponCodeInput, run: enterCode },
  'reviews.write': { input: writeReviewInput, run: writeReview },
  'reviews.append': { input: appendReviewInput, run: appendReview },
  'reviews.list': { input: reviewListInput, run: listReviews },
  'reviews.ofOrder': { input: orderInput, run: reviewsOfOrder },
  'reviews.report': { input: reportReviewInput, run: reportReview },
  'questions.ask': { input: askInput, run: askQuestion },
  'questions.list': { input: questionListInput, run: listQuestions },
  'questions.mine': { input: pageInput, run: listOwnQuestions },
  'service.help': { input: helpInput, run: showHelp },
  'tickets.open': { input: openTicketInput, run: openTicketOf },
  'tickets.write': { input: writeTicketInput, run: writeTicket },
  'tickets.close': { input: ticketInput, run: closeOwnTicket },
  'tickets.list': { input: ticketPageInput, run: listTickets },
  'tickets.show': { input: ticketInput, run: showTicket },
  'messages.templates': { input: noInput, run: showTemplates },
  'messages.grant': { input: grantInput, run: grantMessages },
  'articles.list': { input: articleListInput, run: listArticles },
  'articles.show': { input: articleInput, run: showArticle },
  'members.join': { input: joinInput, run: joinMembers },
  'members.me': { input: noInput, run: showMe },
  'members.update': { input: updateInput, run: updateMember },
  'points.history': { input: pageInput, run: showPointsHistory },
  'events.record': { input: recordInput, run: recordEvents },
  'privacy.consent': { input: consent, run: recordConsent },
}
