import { MOVEMENT_NOTE_MAX, MOVEMENT_REASONS } from '@core/domain/stock/stock'
import { Text, View } from '@tarojs/components'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { MOVEMENT_REASON_COPY } from '@/copy/stock'
import type { MovementEditor } from './use-movement'
import './movement-form.scss'

/** One digit more than the largest movement, so that a larger one shows an error. */
const PIECES_DIGITS = 7

/** Quantity, reason and note of a movement. */
export function MovementForm({ editor }: { editor: MovementEditor }) {
  const { draft, error, change } = editor
  return (
    <View className="move-form">
      {draft.kind === 'adjust' && (
        <View className="move-form__choices">
          <Choice isOnCard isSelected={draft.isLess} onTap={() => change({ isLess: true })}>
            少了
          </Choice>
          <Choice isOnCard isSelected={!draft.isLess} onTap={() => change({ isLess: false })}>
            多了
          </Choice>
        </View>
      )}
      <Field
        name="件数"
        value={draft.pieces}
        max={PIECES_DIGITS}
        placeholder={draft.kind === 'restock' ? '到了多少件' : '差多少件'}
        isNumber
        unit="件"
        error={error}
        onChange={(pieces) => pieces !== draft.pieces && change({ pieces })}
      />
      <Text className="move-form__label">原因</Text>
      <View className="move-form__choices">
        {MOVEMENT_REASONS[draft.kind].map((reason) => (
          <Choice
            key={reason}
            isOnCard
            isSelected={draft.reason === reason}
            onTap={() => change({ reason })}
          >
            {MOVEMENT_REASON_COPY[reason]}
          </Choice>
        ))}
      </View>
      <Field
        name="备注"
        value={draft.note}
        max={MOVEMENT_NOTE_MAX}
        placeholder="批次、供货人，选填"
        onChange={(note) => note !== draft.note && change({ note })}
      />
    </View>
  )
}
