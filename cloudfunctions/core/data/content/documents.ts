import type { ArticleDocument } from './articles'

declare module '@core/data/documents' {
  interface Documents {
    articles: ArticleDocument
  }
}
