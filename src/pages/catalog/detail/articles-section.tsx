import type { ProductView } from '@core/contract/storefront'
import { ArticleRow } from '@/components/article-row'
import { Card } from '@/components/card'
import { today } from '@/services/clock'
import { go } from '@/services/route'

/** What the shop has written about a product; nothing when it has not. */
export function ArticlesSection({ product }: { product: Pick<ProductView, 'id' | 'articles'> }) {
  const { id: productId, articles } = product
  if (articles.length === 0) return null
  return (
    <Card title="小铺手记" aside="全部" onAside={go.articles}>
      {articles.map((article) => (
        <ArticleRow
          key={article.id}
          article={article}
          today={today()}
          onOpen={(id) => go.article(id, productId)}
        />
      ))}
    </Card>
  )
}
