import type { ScopedCard, ScopedInput } from '@core/contract/storefront'
import { useReachBottom } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'

type Props = {
  of: Omit<ScopedInput, 'cursor'>
  skeleton: ReactNode
  /** Shown when no product is left. */
  empty: ReactNode
  children(items: ScopedCard[]): ReactNode
}

/** The goods that a rule applies to, page by page. */
export function ScopedList({ of, skeleton, empty, children }: Props) {
  const { items, status, error, ended, more, reload } = usePages<ScopedCard>(
    (cursor) => callShop('catalog.scoped', { ...of, ...(cursor && { cursor }) }),
    JSON.stringify(of),
  )
  useReachBottom(() => void more())
  const isNothingYet = items.length === 0 && status === 'ready' && !ended
  useEffect(() => {
    // The first products may all be sold out, while others are not.
    if (isNothingYet) void more()
  }, [isNothingYet, more])
  if (items.length > 0) {
    return (
      <>
        {children(items)}
        <ListEnd status={status} ended={ended} onRetry={() => void more()} />
      </>
    )
  }
  if (error) return <Failure error={error} onRetry={() => void reload()} />
  return <>{ended ? empty : skeleton}</>
}
