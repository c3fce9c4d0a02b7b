import {
  movementListInput,
  moveStockInput,
  type StockAdminContract,
  stockListInput,
} from '@core/contract/stock'
import { command } from '@core/data/database'
import { STOCK_COLLECTIONS } from '@core/data/stock/collections'
import { STOCK_SETTINGS } from '@core/domain/stock/settings'
import { type Area, staffOperations } from '@core/operations/area'
import { listMovements, listStock } from './list-stock'
import { moveStockByHand } from './move-stock'

export const stockArea: Area = {
  name: 'stock',
  settings: STOCK_SETTINGS,
  admin: staffOperations<StockAdminContract>({
    'stock.list': { input: stockListInput, run: listStock, roles: ['shipping'] },
    'stock.move': { input: moveStockInput, run: moveStockByHand, roles: ['shipping'] },
    'stock.movements': { input: movementListInput, run: listMovements, roles: ['shipping'] },
  }),
  collections: STOCK_COLLECTIONS,
  waiting: {
    stock: {
      operation: 'stock.list',
      collection: 'skus',
      where: ({ program }) => ({ isOnSale: true, available: command.lte(program.lowStockPieces) }),
    },
  },
}
