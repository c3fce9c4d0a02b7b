import type { CollectionName, DocumentOf } from '@core/data/documents'
import { firstDocuments } from './first-documents'
import { lastDocuments } from './last-documents'

/**
 * Documents of every collection at the largest that they may become, as many as make a page and
 * more. `me` is the customer who owns what customers own.
 */
export const largestDocuments = (me: string) =>
  ({ ...firstDocuments(me), ...lastDocuments(me) }) satisfies {
    [C in CollectionName]?: () => readonly DocumentOf<C>[]
  }
