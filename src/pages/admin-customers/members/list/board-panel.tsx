import type { LifecycleBoard as Board } from '@core/contract/customers'
import { type Recency, STAGES, type Stage } from '@core/domain/members/sections'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { failureCopy } from '@/copy/failures'
import { STAGE_COPY } from '@/copy/lifecycle'
import type { Loaded } from '@/hooks/use-load'
import type { MemberFilter } from './filter'
import { LifecycleBoard } from './lifecycle-board'

type BoardPanelProps = {
  loaded: Loaded<Board, { code: string; requestId?: string }>
  filter: MemberFilter
  onStage: (stage: Stage) => void
  onRecency: (recency: Recency) => void
}

/** The board, its placeholder, or why it could not be loaded. */
export function BoardPanel({ loaded, filter, onStage, onRecency }: BoardPanelProps) {
  if (loaded.value) {
    return (
      <LifecycleBoard
        board={loaded.value}
        stage={filter.stage}
        recency={filter.recency}
        onStage={onStage}
        onRecency={onRecency}
      />
    )
  }
  return (
    <View className="lifecycle-board" aria-busy={loaded.status === 'loading'}>
      <Text className="lifecycle-board__title">生命周期</Text>
      {loaded.error ? (
        <View className="lifecycle-board__failure" role="alert">
          <Text>{failureCopy(loaded.error).title}</Text>
          <Button kind="soft" size="small" onTap={() => void loaded.reload()}>
            再试一次
          </Button>
        </View>
      ) : (
        STAGES.map((stage) => (
          <View key={stage} className="lifecycle-board__row">
            <Text className="lifecycle-board__name">{STAGE_COPY[stage]}</Text>
            <View className="lifecycle-board__track" />
            <Text className="lifecycle-board__count" />
          </View>
        ))
      )}
    </View>
  )
}
