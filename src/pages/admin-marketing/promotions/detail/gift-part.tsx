import { LINE_QUANTITY_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { Checkbox } from '@/components/checkbox'
import { Field } from '@/components/field'
import { Stepper } from '@/components/stepper'
import { ProvincesField } from '@/pages/admin/provinces-field'
import type { PartProps } from './form'
import { AddSku, SkuLine } from '../kinds/sku-line'

/** 满赠 and 体验装: what is given, from how much on, and how often to one member. */
export const GiftPart = ({ form, onChange }: PartProps) => (
  <>
    <Card title="送什么">
      {form.gift ? (
        <SkuLine sku={form.gift} onDrop={() => onChange({ gift: null })}>
          <Row
            label="件数"
            value={
              <Stepper
                value={Number(form.quantity)}
                max={LINE_QUANTITY_MAX}
                label="送几件"
                onChange={(count) => onChange({ quantity: String(count) })}
              />
            }
          />
        </SkuLine>
      ) : (
        <AddSku words="选赠品" onPick={(gift) => onChange({ gift })} />
      )}
    </Card>
    <Card>
      <FromField form={form} onChange={onChange} />
      <Field
        name="每人限领"
        value={form.perMember}
        max={4}
        placeholder="次，空着就不限"
        isNumber
        onChange={(perMember) => onChange({ perMember })}
      />
      <Row
        label="让顾客自己选要不要"
        value={
          <Checkbox
            isChecked={form.isOptional}
            label="让顾客自己选要不要"
            onTap={() => onChange({ isOptional: !form.isOptional })}
          />
        }
      />
    </Card>
    <View className="promotion-note">
      赠品从商品自己的库存里出；退货后不够门槛，赠品要一起退回。
    </View>
  </>
)

/** 包邮: from how much on, and where to. */
export const FreeFreightPart = ({ form, onChange }: PartProps) => (
  <>
    <Card>
      <FromField form={form} onChange={onChange} />
    </Card>
    <Card title="寄到哪里">
      <ProvincesField
        provinces={form.provinces}
        none="所有能寄到的地方"
        onChange={(provinces) => onChange({ provinces })}
      />
    </Card>
  </>
)

const FromField = ({ form, onChange }: PartProps) => (
  <Field
    name="满"
    value={form.from}
    max={10}
    placeholder="元，空着就没有门槛"
    onChange={(from) => onChange({ from })}
  />
)
