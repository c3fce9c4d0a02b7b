import type { FreeFreight } from '@core/domain/promotions/kinds/free-freight'
import { Card } from '@/components/card'
import { type FieldSpecs, namesOf } from '@/pages/admin/form/field-spec'
import { FormFields } from '@/pages/admin/form/form-fields'
import { amountText } from '@/pages/admin/form/numbers'
import { ProvincesField } from '@/pages/admin/provinces-field'
import { readScope, type ScopeForm, scopeForm, WHOLE_SHOP } from '@/pages/admin/scope-form'
import type { KindEditor, KindFormProps } from './kind-editor'
import { ScopeCard } from './scope-card'
import { THRESHOLD_FIELD } from './threshold-field'

type FreeFreightForm = { scope: ScopeForm; from: string; provinces: string[] }

const FIELDS = { from: THRESHOLD_FIELD } as const satisfies FieldSpecs<FreeFreightForm>

export const freeFreight: KindEditor<FreeFreight, FreeFreightForm> = {
  blank: { scope: WHOLE_SHOP, from: '', provinces: [] },
  fieldNames: { ...namesOf(FIELDS), provinces: '省份' },
  errorReasons: { UNKNOWN_PROVINCE: '有一个写得不对，重新选' },
  formOf: ({ scope, fromFen, provinces }, { products }) => ({
    scope: scopeForm(scope, products),
    from: amountText(fromFen),
    provinces,
  }),
  inputOf: (base, form, read) => {
    const scope = readScope(form.scope, read)
    const { from } = read.fields(FIELDS, form, { keys: ['from'] })
    return { ...base, kind: 'freeFreight', scope, fromFen: from, provinces: form.provinces }
  },
  Form: FreeFreightFields,
}

function FreeFreightFields({ form, onChange }: KindFormProps<FreeFreightForm>) {
  return (
    <>
      <Card>
        <FormFields specs={FIELDS} keys={['from']} form={form} onChange={onChange} />
      </Card>
      <Card title="寄到哪里">
        <ProvincesField
          provinces={form.provinces}
          none="所有能寄到的地方"
          onChange={(provinces) => onChange({ provinces })}
        />
      </Card>
      <ScopeCard title="买哪些商品算在内" form={form} onChange={onChange} />
    </>
  )
}
