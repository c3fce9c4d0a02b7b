import { STEPS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Stepper } from '@/components/stepper'
import type { PartProps } from './form'

/** 满减: each step, from how much on and how much off. */
export function SpendOffPart({ form, onChange }: PartProps) {
  const { steps } = form
  const change = (at: number, part: Partial<(typeof steps)[number]>) =>
    onChange({ steps: steps.map((step, place) => (place === at ? { ...step, ...part } : step)) })
  return (
    <Card title="满减档位" aside="只减最高的一档">
      {steps.map((step, at) => (
        <View key={at} className="sku-line">
          <Field
            name={`第 ${at + 1} 档 满`}
            value={step.from}
            max={10}
            placeholder="元"
            onChange={(from) => change(at, { from })}
          />
          <Field
            name="减"
            value={step.off}
            max={10}
            placeholder="元"
            onChange={(off) => change(at, { off })}
          />
        </View>
      ))}
      {steps.length < STEPS_MAX && (
        <Button
          kind="quiet"
          size="small"
          onTap={() => onChange({ steps: [...steps, { from: '', off: '' }] })}
        >
          加一档
        </Button>
      )}
      {steps.length > 1 && (
        <Button kind="quiet" size="small" onTap={() => onChange({ steps: steps.slice(0, -1) })}>
          去掉最后一档
        </Button>
      )}
    </Card>
  )
}

const USUAL = [
  ['0', '免费送'],
  ['5', '半价'],
] as const

/** The pieces of one round (the contract's bounds). */
const NTH_MIN = 2
const NTH_MAX = 10

/** 买一送一, 第二件半价: every which piece, and what is paid for it. */
export const NthPiecePart = ({ form, onChange }: PartProps) => (
  <Card title="多件优惠" aside="便宜的那件享受">
    <Row
      label="每第几件"
      value={
        <Stepper
          value={Number(form.nth)}
          min={NTH_MIN}
          max={NTH_MAX}
          label="每第几件"
          onChange={(nth) => onChange({ nth: String(nth) })}
        />
      }
    />
    <View className="scope-field">
      {USUAL.map(([discount, words]) => (
        <Choice
          key={discount}
          isOnCard
          isSelected={form.discount === discount}
          onTap={() => onChange({ discount })}
        >
          {words}
        </Choice>
      ))}
    </View>
    <Field
      name="这件打"
      value={form.discount}
      max={3}
      placeholder="几折，如 3 折填 3"
      onChange={(discount) => onChange({ discount })}
    />
  </Card>
)
