import type { ProductView } from '@core/contract/storefront'
import { ArticleRow } from '@/components/article-row'
import { Card } from '@/components/card'
import { today } from '@/services/clock'
import { go } from '@/services/route'

/** Articles about a product; renders nothing when there are none. */
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
