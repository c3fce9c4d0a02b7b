import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { Field } from '@/components/field'
import { Checkbox } from '@/components/checkbox'
import { ProvincesField } from '@/pages/admin/provinces-field'
import type { ZoneForm } from './form'

type Props = {
  zone: ZoneForm
  /** Provinces of other zones. */
  taken: readonly string[]
  /** For all provinces that no other zone names. */
  isElsewhere: boolean
  onChange(part: Partial<ZoneForm>): void
  onDrop(): void
}

/** A zone: which provinces, whether it is served, and what its parcels cost by weight. */
export function ZoneCard({ zone, taken, isElsewhere, onChange, onDrop }: Props) {
  return (
    <Card title={isElsewhere ? '其他地区' : zone.name || '新的区'}>
      <Field
        name="名字"
        value={zone.name}
        max={20}
        placeholder="账单上显示，如 江浙沪"
        onChange={(name) => onChange({ name })}
      />
      {!isElsewhere && (
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
      {zone.isServed && <Prices zone={zone} onChange={onChange} />}
      {!isElsewhere && (
        <Button kind="quiet" size="small" label={`去掉 ${zone.name}`} onTap={onDrop}>
          去掉这个区
        </Button>
      )}
    </Card>
  )
}

const Prices = ({ zone, onChange }: Pick<Props, 'zone' | 'onChange'>) => (
  <>
    <Field
      name="首重"
      value={zone.firstGrams}
      max={7}
      placeholder="克以内"
      isNumber
      onChange={(firstGrams) => onChange({ firstGrams })}
    />
    <Field
      name="首重运费"
      value={zone.first}
      max={7}
      placeholder="元"
      onChange={(first) => onChange({ first })}
    />
    <Field
      name="每续重"
      value={zone.moreGrams}
      max={7}
      placeholder="克"
      isNumber
      onChange={(moreGrams) => onChange({ moreGrams })}
    />
    <Field
      name="续重运费"
      value={zone.more}
      max={7}
      placeholder="元"
      onChange={(more) => onChange({ more })}
    />
    <Field
      name="满额包邮"
      value={zone.freeFrom}
      max={10}
      placeholder="元，空着就不包邮"
      onChange={(freeFrom) => onChange({ freeFrom })}
    />
  </>
)
