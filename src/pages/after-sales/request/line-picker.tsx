import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Picture } from '@/components/picture'
import { Stepper } from '@/components/stepper'
import { Checkbox } from '@/components/checkbox'
import { formatAmount } from '@/copy/numbers'
import { pickableQuantity, type PickableLine, type Picks, togglePick } from './picks'
import type { RequestFormState } from './use-request'

type Props = { lines: readonly PickableLine[]; form: RequestFormState; onPicks(picks: Picks): void }

/** The lines of the order: which of them, and how many pieces of each. */
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
  const { key, title, spec, name, picture, unitFen } = line
  const isService = line.kind === 'service'
  const most = pickableQuantity(line, form.kind)
  const picked = form.picks[key]
  const called = isService ? name : title
  return (
    <View className={isService ? 'pick pick--service' : 'pick'}>
      {most > 0 && (
        <Checkbox
          isChecked={picked !== undefined}
          label={`选择 ${called}`}
          onTap={() => onPicks(togglePick(form.picks, line, form.kind))}
        />
      )}
      {!isService && <Picture name={picture} alt="" frame="thumb" />}
      <View className="pick__words">
        <Text className="pick__title">{called}</Text>
        <Text className="pick__note">
          {most > 0
            ? [spec, formatAmount(unitFen)].filter(Boolean).join(' · ')
            : notPickableCopy(line, form.kind === 'refund')}
        </Text>
      </View>
      {picked !== undefined && most > 1 && (
        <Stepper
          value={picked}
          max={most}
          label={`${called} 退几件`}
          onChange={(quantity) => onPicks({ ...form.picks, [key]: quantity })}
        />
      )}
      {picked !== undefined && most === 1 && <Text className="pick__note">1 件</Text>}
    </View>
  )
}

function notPickableCopy(line: PickableLine, isRefund: boolean): string {
  if (line.askable === 0) return '已经申请过或退过了'
  if (isRefund) return '不能退'
  return line.kind === 'service' ? '随商品一起处理' : '还没发货，选「仅退款」'
}
