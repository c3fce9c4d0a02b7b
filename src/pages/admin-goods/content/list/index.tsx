import type { StaffArticleRow } from '@core/contract/content'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { Picture } from '@/components/picture'
import { RowsSkeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatWhen } from '@/copy/dates'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import './index.scss'

/** 手记: articles, drafts included. */
export default function ArticlesPage() {
  const pages = usePages((cursor) => callAdmin('articles.list', { cursor }), '')
  useReachBottom(() => loadMore(pages))
  useShownAgain(() => void pages.reload())
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <PageShell
      title="手记"
      foot={
        <Button wide onTap={() => go.staffArticle()}>
          写一篇
        </Button>
      }
    >
      <LongList items={pages.items} keyOf={({ id }) => id}>
        {(article) => <ArticleLine article={article} />}
      </LongList>
      {pages.ended && pages.items.length === 0 && (
        <Empty
          picture="teapot"
          title="还没有手记"
          note="写一篇用法或来历，挂到商品页上"
          action="写一篇"
          onAction={() => go.staffArticle()}
        />
      )}
      {pages.status === 'loading' && pages.items.length === 0 && <RowsSkeleton count={4} />}
      {pages.error && pages.items.length === 0 && (
        <Failure error={pages.error} onRetry={() => void pages.reload()} />
      )}
      {pages.items.length > 0 && <ListFoot pages={pages} unit="篇" />}
    </PageShell>
  )
}

function ArticleLine({ article }: { article: StaffArticleRow }) {
  const { id, title, cover, isPublished, productIds, updatedAt } = article
  return (
    <View className="article-line" {...tappable(title, 'link')} onClick={() => go.staffArticle(id)}>
      <Picture name={cover} alt="" frame="thumb" />
      <View className="article-line__words">
        <Text className="article-line__title">{title}</Text>
        <Text className="article-line__note">
          {`${formatWhen(updatedAt, today())} 改过 · 挂在 ${productIds.length} 件商品上`}
        </Text>
      </View>
      <Tag tone={isPublished ? 'leaf' : 'plain'}>{isPublished ? '已发布' : '草稿'}</Tag>
    </View>
  )
}
