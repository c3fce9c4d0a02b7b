import {
  type PromotionsAdminContract,
  promotionIdInput,
  promotionInput,
  promotionListInput,
} from '@core/contract/promotions'
import { PROMOTIONS_COLLECTIONS } from '@core/data/promotions/collections'
import { type Area, staffOperations } from '@core/operations/area'
import { checkPromotion, endPromotion, savePromotion } from './save-promotion'
import { listPromotions, showPromotion } from './show-promotions'

export const promotionsArea: Area = {
  name: 'promotions',
  admin: staffOperations<PromotionsAdminContract>({
    'promotions.list': { input: promotionListInput, run: listPromotions, roles: ['service'] },
    'promotions.show': { input: promotionIdInput, run: showPromotion, roles: ['service'] },
    'promotions.check': { input: promotionInput, run: checkPromotion, roles: [] },
    'promotions.save': { input: promotionInput, run: savePromotion, roles: [] },
    'promotions.end': { input: promotionIdInput, run: endPromotion, roles: [] },
  }),
  collections: PROMOTIONS_COLLECTIONS,
}
