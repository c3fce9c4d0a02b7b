import { Empty } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { go } from '@/services/route'
import { useShop } from '@/stores/shop'
import { DraftPage } from './draft-page'
import './index.scss'

/** The checkout page. */
export default function Confirm() {
  const draft = useShop((state) => state.draft)
  if (!draft) {
    return (
      <PageShell title="确认订单">
        <Empty
          picture="tea-cup"
          title="没有要结算的东西"
          note="可能已经下过单了"
          action="看我的订单"
          onAction={() => go.orders()}
        />
      </PageShell>
    )
  }
  return <DraftPage draft={draft} />
}
