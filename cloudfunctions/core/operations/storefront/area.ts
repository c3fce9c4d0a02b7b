import { productInput } from '@core/contract/catalog'
import { type HomeContentAdminContract, saveHomeInput } from '@core/contract/home-content'
import { noInput } from '@core/contract/primitives'
import {
  cardsInput,
  facetsInput,
  favouriteInput,
  favouritesInput,
  type StorefrontContract,
  scopedInput,
  searchInput,
} from '@core/contract/storefront'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { showCards, showCategories } from './browse'
import { saveHome, showHomeContent } from './save-home'
import { searchProducts } from './search'
import { showFacets } from './show-facets'
import { listFavourites } from './show-favourites'
import { showHome } from './show-home'
import { favouriteProduct, showProduct } from './show-product'
import { showScoped } from './show-scoped'

export const storefrontArea: Area = {
  name: 'storefront',
  shop: shopOperations<StorefrontContract>({
    'home.show': { input: noInput, run: showHome },
    'catalog.categories': { input: noInput, run: showCategories },
    'catalog.search': { input: searchInput, run: searchProducts },
    'catalog.scoped': { input: scopedInput, run: showScoped },
    'catalog.facets': { input: facetsInput, run: showFacets },
    'catalog.cards': { input: cardsInput, run: showCards },
    'catalog.favourites': { input: favouritesInput, run: listFavourites },
    'catalog.product': { input: productInput, run: showProduct },
    'catalog.favourite': { input: favouriteInput, run: favouriteProduct },
  }),
  admin: staffOperations<HomeContentAdminContract>({
    'home.show': { input: noInput, run: showHomeContent, roles: [] },
    'home.save': { input: saveHomeInput, run: saveHome, roles: [] },
  }),
}
