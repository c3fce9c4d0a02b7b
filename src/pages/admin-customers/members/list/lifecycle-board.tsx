import type { LifecycleBoard as Board } from '@core/contract/admin'
import { type Activity, STAGES, type Stage } from '@core/domain/lifecycle/status'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { tappable } from '@/components/tappable'
import { ACTIVITY_TAGS, ACTIVITY_WORDS, STAGE_WORDS } from '@/copy/lifecycle'
import { grouped } from '@/copy/numbers'
import './lifecycle-board.scss'

/** The longest bar leaves a fifth of its track, so that no stage looks complete. */
const LONGEST_PERCENT = 80
/** A stage with anybody in it can be seen. */
const SHORTEST_PERCENT = 3

/**
 * The order in which an owner reads activities: who is here, who is going, who is gone, who came.
 */
const TAG_ORDER = ['active', 'silent', 'lost', 'new'] as const satisfies readonly Activity[]

type LifecycleBoardProps = {
  board: Board
  stage: Stage | undefined
  activity: Activity | undefined
  onStage: (stage: Stage) => void
  onActivity: (activity: Activity) => void
}

/** How many customers are where; a bar or a tag narrows the list below. */
export const LifecycleBoard = memo((props: LifecycleBoardProps) => {
  const { board, activity, onActivity } = props
  return (
    <View className="lifecycle-board">
      <View className="lifecycle-board__head">
        <Text className="lifecycle-board__title">生命周期</Text>
        <Text className="lifecycle-board__total">
          共 {grouped(board.total)} 人，会员 {grouped(board.members)}
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
            onClick={() => onActivity(one)}
            {...tappable(`${ACTIVITY_WORDS[one]} ${board.activities[one]} 人`)}
            aria-pressed={activity === one}
          >
            <Text className={`lifecycle-board__tag is-${one}${activity === one ? ' is-on' : ''}`}>
              {ACTIVITY_TAGS[one]} {grouped(board.activities[one])}
            </Text>
          </View>
        ))}
      </View>
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
      {...tappable(`${STAGE_WORDS[one]} ${count} 人`)}
      aria-pressed={stage === one}
    >
      <Text className="lifecycle-board__name">{STAGE_WORDS[one]}</Text>
      <View className="lifecycle-board__track">
        <View
          className={`lifecycle-board__bar is-${one}`}
          style={{ width: `${widthPercent(count, board)}%` }}
        />
      </View>
      <Text className="lifecycle-board__count">{grouped(count)}</Text>
    </View>
  )
}

function widthPercent(count: number, board: Board): number {
  const most = Math.max(...STAGES.map((stage) => board.stages[stage]))
  if (count === 0 || most === 0) return 0
  return Math.max(SHORTEST_PERCENT, Math.round((count / most) * LONGEST_PERCENT))
}
