import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Checkbox } from '@/components/checkbox'
import { Picture } from '@/components/picture'
import { Stepper } from '@/components/stepper'
import { piecesCopy } from '@/copy/numbers'
import { type PickableLine, type Picks, pickableQuantity, togglePick } from './picks'
import type { RequestFormState } from './use-request'

type Props = { lines: readonly PickableLine[]; form: RequestFormState; onPicks(picks: Picks): void }

/** Chooses lines of the order and pieces of each. */
export function LinePicker({ lines, form, onPicks }: Props) {
  return (
    <Card title={form.kind === 'exchange' ? '换哪一件' : '退哪些'}>
      {lines.map((line) => (
        <LinePickerRow key={line.key} line={line} form={form} onPicks={onPicks} />
      ))}
    </Card>
  )
}

function LinePickerRow({ line, form, onPicks }: Omit<Props, 'lines'> & { line: PickableLine }) {
  const { key, title, spec, name, picture, prices } = line
  const isService = line.kind === 'service'
  const max = pickableQuantity(line, form.kind)
  const picked = form.picks[key]
  const label = isService ? name : title
  return (
    <View className={isService ? 'pick pick--service' : 'pick'}>
      {max > 0 && (
        <Checkbox
          isChecked={picked !== undefined}
          label={`选择 ${label}`}
          onTap={() => onPicks(togglePick(form.picks, line, form.kind))}
        />
      )}
      {!isService && <Picture name={picture} alt="" frame="thumb" />}
      <View className="pick__words">
        <Text className="pick__title">{label}</Text>
        <Text className="pick__note">
          {max > 0
            ? [spec, piecesCopy(prices)].filter(Boolean).join(' · ')
            : notPickableCopy(line, form.kind === 'refund')}
        </Text>
      </View>
      {picked !== undefined && max > 1 && (
        <Stepper
          value={picked}
          max={max}
          label={`${label} 退几件`}
          onChange={(quantity) => onPicks({ ...form.picks, [key]: quantity })}
        />
      )}
      {picked !== undefined && max === 1 && <Text className="pick__note">1 件</Text>}
    </View>
  )
}

function notPickableCopy(line: PickableLine, isRefund: boolean): string {
  if (line.askable === 0) return '已经申请过或退过了'
  if (isRefund) return '不能退'
  return line.kind === 'service' ? '随商品一起处理' : '还没发货，选「仅退款」'
}
