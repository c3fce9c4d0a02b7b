import type { LinkKind } from '@core/domain/storefront/home'
import { ok, type Result } from '@core/kernel/result'
import { Text, View } from '@tarojs/components'
import { Failure } from '@/components/empty'
import { Sheet } from '@/components/sheet'
import { RowsSkeleton } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { useLoad } from '@/hooks/use-load'
import { type CallFailure, callAdmin } from '@/services/call'
import { now } from '@/services/clock'
import { LINK_COPY } from './copy'

type Target = { id: string; title: string }
type ListedKind = Exclude<LinkKind, 'product'>

type Props = { kind: ListedKind; onChoose(target: Target): void; onClose(): void }

/** The categories, latest articles or promotions that a banner can lead to. */
export function LinkSheet({ kind, onChoose, onClose }: Props) {
  const targets = useLoad(TARGETS[kind], kind)
  return (
    <Sheet isOpen title={`打开哪个${LINK_COPY[kind]}`} onClose={onClose}>
      {targets.value?.map((target) => (
        <View
          key={target.id}
          className="home-editor__target"
          {...tappable(target.title)}
          onClick={() => onChoose(target)}
        >
          {target.title}
        </View>
      ))}
      {targets.value?.length === 0 && (
        <Text className="home-editor__nothing">{`还没有能打开的${LINK_COPY[kind]}`}</Text>
      )}
      {!targets.value && targets.error && (
        <Failure error={targets.error} onRetry={() => void targets.reload()} />
      )}
      {!targets.value && !targets.error && <RowsSkeleton count={3} />}
    </Sheet>
  )
}

type Targets = () => Promise<Result<Target[], CallFailure>>

const TARGETS: Record<ListedKind, Targets> = {
  category: async () => {
    const answer = await callAdmin('categories.list', {})
    return answer.ok ? ok(answer.value.map(({ id, name }) => ({ id, title: name }))) : answer
  },
  article: async () => {
    const answer = await callAdmin('articles.list', {})
    return answer.ok ? ok(answer.value.items.filter(({ isPublished }) => isPublished)) : answer
  },
  promotion: async () => {
    const answer = await callAdmin('promotions.list', {})
    if (!answer.ok) return answer
    const promotions = answer.value.items.map(({ promotion }) => promotion)
    return ok(promotions.filter(({ endsAt }) => endsAt > now()))
  },
}
