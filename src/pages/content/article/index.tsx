import type { ArticleView } from '@core/contract/content'
import { dayOf } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { Card } from '@/components/card'
import { ContactEntry } from '@/components/contact-entry'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { Picture } from '@/components/picture'
import { PriceNow } from '@/components/price-now'
import { RowsSkeleton, SkeletonBlock } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { formatDay } from '@/copy/dates'
import { useContactHours } from '@/hooks/use-contact-hours'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'
import './index.scss'

/** An article with its text, pictures and mentioned products. */
export default function Article() {
  const { id = '', productId } = useRouter().params
  const loaded = useLoad(() => callShop('articles.show', { articleId: id }), id)
  const article = loaded.value
  useShareAppMessage(() => ({
    title: article?.title ?? '',
    path: `/pages/content/article/index?id=${id}`,
  }))
  useEffect(() => {
    if (article?.id !== id) return
    shop.getState().recordEvent('read', { articleId: id, ...(productId ? { productId } : {}) })
  }, [article?.id, id, productId])
  return (
    <PageShell title="小铺手记">
      {article && <ArticleBody article={article} />}
      {!article && loaded.status === 'loading' && (
        <>
          <SkeletonBlock shape="banner" />
          <RowsSkeleton count={2} />
        </>
      )}
      {!article && loaded.error?.code === 'NOT_FOUND' && <ArticleUnavailable />}
      {!article && loaded.error && loaded.error.code !== 'NOT_FOUND' && (
        <Failure of="篇手记" error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
    </PageShell>
  )
}

const ArticleUnavailable = () => (
  <Empty
    picture="fallen-leaf"
    title="这篇已经收起来了"
    note="还有别的可以看"
    action="看看别的"
    onAction={go.articles}
  />
)

function ArticleBody({ article }: { article: ArticleView }) {
  const hours = useContactHours()
  return (
    <>
      <View className="article__cover">
        <Picture name={article.cover} alt={article.title} isEager />
      </View>
      <View className="article">
        <Text className="article__title">{article.title}</Text>
        <Text className="article__when">{formatDay(dayOf(article.publishedAt), today())}</Text>
        {article.blocks.map((block, index) => (
          <ArticleBlock key={index} block={block} />
        ))}
      </View>
      {article.products.length > 0 && <MentionedProducts article={article} />}
      <ContactEntry
        hours={hours}
        title={article.title}
        path={`pages/content/article/index?id=${article.id}`}
        onWrite={() => go.writeTicket()}
      />
    </>
  )
}

function ArticleBlock({ block }: { block: ArticleView['blocks'][number] }) {
  switch (block.kind) {
    case 'heading':
      return <Text className="article__heading">{block.text}</Text>
    case 'text':
      return (
        <Text className="article__text" selectable>
          {block.text}
        </Text>
      )
    case 'picture':
      return (
        <View className="article__picture">
          <Picture name={block.picture} alt={block.alt} />
        </View>
      )
  }
}

/** The products mentioned in the article, at their prices for the reader. */
function MentionedProducts({ article }: { article: ArticleView }) {
  const ids = article.products.map(({ id }) => id)
  const cards = useLoad(() => callShop('catalog.cards', { ids }), ids.join(' '))
  const priceOf = (id: string) => cards.value?.find((card) => card.id === id)
  return (
    <Card title="文中提到">
      {article.products.map(({ id, title, picture }) => {
        const card = priceOf(id)
        return (
          <View
            key={id}
            className="article-product"
            {...tappable(title, 'link')}
            onClick={() => go.product(id)}
          >
            <Picture name={picture} alt="" frame="thumb" />
            <Text className="article-product__title">{title}</Text>
            {card && <PriceNow price={card.now} isFrom={card.isFrom} />}
          </View>
        )
      })}
    </Card>
  )
}
