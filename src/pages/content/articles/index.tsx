import { useReachBottom } from '@tarojs/taro'
import { ArticleRow } from '@/components/article-row'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { today } from '@/services/clock'
import { go } from '@/services/route'

/** 小铺手记: the shop's articles, latest first. */
export default function Articles() {
  const pages = usePages((cursor) => callShop('articles.list', { cursor }), '')
  useReachBottom(() => void pages.more())
  return (
    <PageShell title="小铺手记">
      <LongList items={pages.items} keyOf={({ id }) => id}>
        {(article) => <ArticleRow article={article} today={today()} onOpen={go.article} />}
      </LongList>
      {pages.ended && pages.items.length === 0 && (
        <Empty
          picture="teapot"
          title="还没有写好的手记"
          note="怎么泡、怎么存、从哪里来，慢慢写给你看"
          action="先逛逛"
          onAction={() => go.tab('home')}
        />
      )}
      {pages.status === 'loading' && pages.items.length === 0 && <RowsSkeleton count={4} />}
      {pages.error && pages.items.length === 0 && (
        <Failure error={pages.error} onRetry={() => void pages.reload()} />
      )}
      {pages.items.length > 0 && (
        <ListEnd status={pages.status} ended={pages.ended} onRetry={() => void pages.more()} />
      )}
    </PageShell>
  )
}
