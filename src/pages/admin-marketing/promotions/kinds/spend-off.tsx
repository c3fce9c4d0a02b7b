import type { SpendOff } from '@core/domain/promotions/kinds/spend-off'
import { STEPS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { type FieldSpecs, namesOf } from '@/pages/admin/form/field-spec'
import { FormFields } from '@/pages/admin/form/form-fields'
import { amountText } from '@/pages/admin/form/numbers'
import { replaceRow } from '@/pages/admin/form/rows'
import { readScope, type ScopeForm, scopeForm, WHOLE_SHOP } from '@/pages/admin/scope-form'
import type { KindEditor, KindFormProps } from './kind-editor'
import { ScopeCard } from './scope-card'

type StepForm = { from: string; off: string }
type SpendOffForm = { scope: ScopeForm; steps: StepForm[] }

const STEP_FIELDS = {
  from: {
    input: 'amount',
    path: 'fromFen',
    label: '满',
    name: '门槛',
    max: 10,
    placeholder: '如 99',
  },
  off: {
    input: 'amount',
    path: 'offFen',
    label: '减',
    name: '减的金额',
    max: 10,
    placeholder: '如 10',
  },
} as const satisfies FieldSpecs<StepForm>

const BLANK_STEP: StepForm = { from: '', off: '' }

export const spendOff: KindEditor<SpendOff, SpendOffForm> = {
  blank: { scope: WHOLE_SHOP, steps: [BLANK_STEP] },
  fieldNames: { ...namesOf(STEP_FIELDS), steps: '满减档位' },
  errorReasons: {
    MORE_THAN_SPENT: '要小于门槛',
    NOT_RISING: '要一档比一档高，减得也一档比一档多',
  },
  formOf: ({ scope, steps }, { products }) => ({
    scope: scopeForm(scope, products),
    steps: steps.map(({ fromFen, offFen }) => ({
      from: amountText(fromFen),
      off: amountText(offFen),
    })),
  }),
  inputOf: (base, form, read) => {
    const scope = readScope(form.scope, read)
    const steps = form.steps.map((step, index) => {
      const prefix = `steps.${index}.`
      const { from, off } = read.fields(STEP_FIELDS, step, { keys: ['from', 'off'], prefix })
      return { fromFen: from, offFen: off }
    })
    return { ...base, kind: 'spendOff', scope, steps }
  },
  Form: SpendOffFields,
}

function SpendOffFields({ form, onChange }: KindFormProps<SpendOffForm>) {
  const { steps } = form
  return (
    <>
      <Card title="满减档位" aside="只减最高的一档">
        {steps.map((step, index) => (
          <View key={index} className="sku-line">
            <FormFields
              specs={{
                ...STEP_FIELDS,
                from: { ...STEP_FIELDS.from, label: `第 ${index + 1} 档 满` },
              }}
              keys={['from', 'off']}
              form={step}
              onChange={(part) =>
                onChange({ steps: replaceRow(steps, index, { ...step, ...part }) })
              }
            />
          </View>
        ))}
        {steps.length < STEPS_MAX && (
          <Button
            kind="quiet"
            size="small"
            onTap={() => onChange({ steps: [...steps, BLANK_STEP] })}
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
      <ScopeCard title="哪些商品算在内" form={form} onChange={onChange} />
    </>
  )
}
