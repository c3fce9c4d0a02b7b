import type { Stored } from '@core/data/documents'
import type { AfterSale } from '@core/domain/after-sales/after-sale'

/** An after-sale as stored. */
export type AfterSaleDocument = Stored<AfterSale>

declare module '@core/data/documents' {
  interface Documents {
    afterSales: AfterSaleDocument
  }
}
