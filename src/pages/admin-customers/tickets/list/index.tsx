import { TICKET_STATES, type TicketState } from '@core/domain/service/ticket'
import { ScrollView, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { ReportCard } from './report-card'
import { StaffTicketCard } from './ticket-card'
import './index.scss'

const STATE_COPY = {
  open: '等回复',
  answered: '已回复',
  closed: '已结束',
} as const satisfies Record<TicketState, string>

/** 客服: tickets, the overdue first, and the report on response times. */
export default function TicketsPage() {
  const [state, setState] = useState<TicketState>('open')
  const pages = usePages((cursor) => callAdmin('tickets.list', { state, cursor }), state)
  const report = useLoad(() => callAdmin('tickets.report', {}), '')
  useReachBottom(() => loadMore(pages))
  useShownAgain(() => {
    void pages.reload()
    void report.reload()
  })
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <PageShell title="客服">
      {report.value && <ReportCard report={report.value} />}
      <ScrollView scrollX enableFlex>
        <View className="staff-tickets__states">
          {TICKET_STATES.map((one) => (
            <Choice key={one} isSelected={one === state} onTap={() => setState(one)}>
              {STATE_COPY[one]}
            </Choice>
          ))}
          <Choice isSelected={false} onTap={go.staffFaq}>
            编辑常见问题
          </Choice>
        </View>
      </ScrollView>
      <LongList items={pages.items} keyOf={({ id }) => id}>
        {(ticket) => <StaffTicketCard ticket={ticket} today={today()} onOpen={go.staffTicket} />}
      </LongList>
      {pages.ended && pages.items.length === 0 && (
        <Empty
          picture="teapot"
          title={state === 'open' ? '没有留言在等' : '这里还没有留言'}
          note={state === 'open' ? '都回复过了' : '顾客写来的会出现在这里'}
        />
      )}
      {pages.status === 'loading' && pages.items.length === 0 && <RowsSkeleton count={4} />}
      {pages.error && pages.items.length === 0 && (
        <Failure error={pages.error} onRetry={() => void pages.reload()} />
      )}
      {pages.items.length > 0 && <ListFoot pages={pages} unit="条" />}
    </PageShell>
  )
}
