import { productInput } from '@core/contract/catalog'
import {
  arrangeProductsInput,
  type ProductsAdminContract,
  productListInput,
  saveProductInput,
  shelfInput,
  switchProductInput,
} from '@core/contract/products'
import { type Area, staffOperations } from '@core/operations/area'
import { arrangeProducts, showShelf } from './arrange-products'
import { countSold } from './count-sold'
import { saveProduct } from './save-product'
import { listStaffProducts, showStaffProduct, switchProduct } from './staff-products'

export const productsArea: Area = {
  name: 'products',
  sweep: { countSold },
  admin: staffOperations<ProductsAdminContract>({
    'products.list': { input: productListInput, run: listStaffProducts, roles: [] },
    'products.show': { input: productInput, run: showStaffProduct, roles: [] },
    'products.save': { input: saveProductInput, run: saveProduct, roles: [] },
    'products.shelf': { input: shelfInput, run: showShelf, roles: [] },
    'products.arrange': { input: arrangeProductsInput, run: arrangeProducts, roles: [] },
    'products.switch': { input: switchProductInput, run: switchProduct, roles: [] },
  }),
}
