import type { OrderLine } from '@core/domain/orders/order'
import { Text, View } from '@tarojs/components'
import { Checkbox } from '@/components/checkbox'
import { Stepper } from '@/components/stepper'
import './ship-card.scss'

/** Pieces of a line that can still be refunded. */
export const refundablePieces = ({ quantity, refunded, asked }: OrderLine): number =>
  Math.max(0, quantity - refunded.quantity - asked)

type LinesProps = {
  lines: readonly OrderLine[]
  pieces: Record<string, number>
  onChange(pieces: Record<string, number>): void
}

/** How many pieces of each line are refunded. */
export const RefundLines = ({ lines, pieces, onChange }: LinesProps) => (
  <>
    {lines.map((line) => (
      <View key={line.key} className="packed">
        <View className="packed__words">
          <Text>{line.name || line.title}</Text>
          <Text className="packed__note">{`最多 ${refundablePieces(line)} 件`}</Text>
        </View>
        <Stepper
          value={pieces[line.key] ?? 0}
          min={0}
          max={refundablePieces(line)}
          label={`${line.name || line.title} 退几件`}
          onChange={(quantity) => onChange({ ...pieces, [line.key]: quantity })}
        />
      </View>
    ))}
  </>
)

type ChoiceProps = { label: string; isChosen: boolean; onChange(isChosen: boolean): void }

/** A choice of the refund that is on or off. */
export const RefundChoice = ({ label, isChosen, onChange }: ChoiceProps) => (
  <View className="packed" onClick={() => onChange(!isChosen)}>
    <Text>{label}</Text>
    <Checkbox isChecked={isChosen} label={label} onTap={() => onChange(!isChosen)} />
  </View>
)
