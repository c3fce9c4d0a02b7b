import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { callShop } from '@/services/call'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { TicketCard } from './ticket-card'
import './index.scss'

/** The customer's tickets and their states. */
export default function Tickets() {
  const pages = usePages((cursor) => callShop('tickets.list', { cursor }), '')
  useShownAgain(() => void pages.reload())
  useReachBottom(() => void pages.more())
  const isEmpty = pages.ended && pages.items.length === 0
  return (
    <PageShell
      title="我的留言"
      foot={
        !isEmpty && (
          <Button wide onTap={() => go.writeTicket()}>
            写留言
          </Button>
        )
      }
    >
      <LongList items={pages.items} keyOf={({ id }) => id}>
        {(ticket) => <TicketCard ticket={ticket} today={today()} />}
      </LongList>
      {isEmpty && (
        <Empty
          picture="teapot"
          title="还没有留言"
          note="买前买后有疑问，都可以写给我们"
          action="写留言"
          onAction={() => go.writeTicket()}
        />
      )}
      {pages.status === 'loading' && pages.items.length === 0 && <RowsSkeleton count={3} />}
      {pages.error && pages.items.length === 0 && (
        <Failure error={pages.error} onRetry={() => void pages.reload()} />
      )}
      {pages.items.length > 0 && (
        <View>
          <ListEnd status={pages.status} ended={pages.ended} onRetry={() => void pages.more()} />
        </View>
      )}
    </PageShell>
  )
}
