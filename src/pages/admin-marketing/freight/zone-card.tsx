import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { Checkbox } from '@/components/checkbox'
import { FormFields } from '@/pages/admin/form/form-fields'
import { ProvincesField } from '@/pages/admin/provinces-field'
import { PRICE_FIELDS, ZONE_FIELDS, type ZoneForm } from './form'

type Props = {
  zone: ZoneForm
  /** Provinces of other zones. */
  taken: readonly string[]
  /** The zone of all provinces that no other zone names. */
  isLast: boolean
  onChange(part: Partial<ZoneForm>): void
  onRemove(): void
}

/** A zone: its provinces, whether it is served, and the prices by weight. */
export function ZoneCard({ zone, taken, isLast, onChange, onRemove }: Props) {
  return (
    <Card title={isLast ? '其他地区' : zone.name || '新的区'}>
      <FormFields specs={ZONE_FIELDS} keys={['name']} form={zone} onChange={onChange} />
      {!isLast && (
        <ProvincesField
          provinces={zone.provinces}
          none="还没选省份"
          taken={taken}
          onChange={(provinces) => onChange({ provinces })}
        />
      )}
      <Row
        label="寄到这里"
        value={
          <Checkbox
            isChecked={zone.isServed}
            label={`寄到${zone.name || '这里'}`}
            onTap={() => onChange({ isServed: !zone.isServed })}
          />
        }
      />
      {zone.isServed && (
        <FormFields specs={ZONE_FIELDS} keys={PRICE_FIELDS} form={zone} onChange={onChange} />
      )}
      {!isLast && (
        <Button kind="quiet" size="small" label={`去掉 ${zone.name}`} onTap={onRemove}>
          去掉这个区
        </Button>
      )}
    </Card>
  )
}
