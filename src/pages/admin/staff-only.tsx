import { Empty } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { go } from '@/services/route'

type MaybeRefused = { code: string } | null

/** Whether the shop refused because the caller has no staff role. */
export const isForbidden = (error: MaybeRefused): boolean =>
  error?.code === 'FORBIDDEN' || error?.code === 'NOT_SIGNED_IN'

/** Shown instead of a staff page to a caller without a role. */
export const StaffOnly = () => (
  <PageShell title="店员">
    <Empty
      picture="teapot"
      title="这里是店员的页面"
      note="你的微信还没有能看这一页的身份，需要时请找店主"
      action="回小铺"
      onAction={() => go.tab('home')}
    />
  </PageShell>
)
