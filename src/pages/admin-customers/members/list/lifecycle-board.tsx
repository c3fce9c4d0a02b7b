import type { LifecycleBoard as Board } from '@core/contract/customers'
import { type Recency, STAGES, type Stage } from '@core/domain/members/sections'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { tappable } from '@/components/tappable'
import { RECENCY_COPY, RECENCY_TAGS, STAGE_COPY } from '@/copy/lifecycle'
import { formatCount } from '@/copy/numbers'
import { LifecycleWords } from './lifecycle-words'
import './lifecycle-board.scss'

/** The longest bar leaves a fifth of its track free. */
const LONGEST_PERCENT = 80
/** The shortest bar of a stage that has customers. */
const SHORTEST_PERCENT = 3

/** Recencies in the order in which owners read them. */
const TAG_ORDER = ['active', 'silent', 'lost', 'new'] as const satisfies readonly Recency[]

type LifecycleBoardProps = {
  board: Board
  stage: Stage | undefined
  recency: Recency | undefined
  onStage: (stage: Stage) => void
  onRecency: (recency: Recency) => void
}

/** Customers by stage and recency; a tap on a bar or tag filters the list below. */
export const LifecycleBoard = memo((props: LifecycleBoardProps) => {
  const { board, recency, onRecency } = props
  return (
    <View className="lifecycle-board">
      <View className="lifecycle-board__head">
        <Text className="lifecycle-board__title">生命周期</Text>
        <Text className="lifecycle-board__total">
          共 {formatCount(board.total)} 人，会员 {formatCount(board.members)}
        </Text>
      </View>
      {STAGES.map((stage) => (
        <StageBar key={stage} {...props} one={stage} />
      ))}
      <View className="lifecycle-board__tags">
        {TAG_ORDER.map((one) => (
          <View
            key={one}
            className="lifecycle-board__tag-area"
            onClick={() => onRecency(one)}
            {...tappable(`${RECENCY_COPY[one]} ${board.recencies[one]} 人`)}
            aria-pressed={recency === one}
          >
            <Text className={`lifecycle-board__tag is-${one}${recency === one ? ' is-on' : ''}`}>
              {RECENCY_TAGS[one]} {formatCount(board.recencies[one])}
            </Text>
          </View>
        ))}
      </View>
      <LifecycleWords />
    </View>
  )
})

type StageBarProps = LifecycleBoardProps & { one: Stage }

function StageBar({ board, stage, one, onStage }: StageBarProps) {
  const count = board.stages[one]
  const state = stage === undefined ? '' : stage === one ? ' is-on' : ' is-off'
  return (
    <View
      className={`lifecycle-board__row${state}`}
      onClick={() => onStage(one)}
      {...tappable(`${STAGE_COPY[one]} ${count} 人`)}
      aria-pressed={stage === one}
    >
      <Text className="lifecycle-board__name">{STAGE_COPY[one]}</Text>
      <View className="lifecycle-board__track">
        <View
          className={`lifecycle-board__bar is-${one}`}
          style={{ width: `${widthPercent(count, board)}%` }}
        />
      </View>
      <Text className="lifecycle-board__count">{formatCount(count)}</Text>
    </View>
  )
}

function widthPercent(count: number, board: Board): number {
  const most = Math.max(...STAGES.map((stage) => board.stages[stage]))
  if (count === 0 || most === 0) return 0
  return Math.max(SHORTEST_PERCENT, Math.round((count / most) * LONGEST_PERCENT))
}
