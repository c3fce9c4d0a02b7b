import { LINE_FIELDS_MAX, LINE_SERVICES_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Checkbox } from '@/components/checkbox'
import { mintId } from '@/services/ids'
import type { FieldForm, PartProps, ServiceForm } from './form'
import { withoutRow, withRow } from '@/pages/admin/form/rows'

/** Characters of an id within one product: the end of a minted one is enough to tell two apart. */
const PART_ID_LENGTH = 12
const partId = () => mintId().slice(-PART_ID_LENGTH)

/** What is asked for with a piece, and what is done for a price beside it. */
export function OptionsPart({ form, onChange }: PartProps) {
  const { fields, services } = form
  const addField = (): FieldForm => ({
    id: partId(),
    label: '',
    kind: 'text',
    choices: '',
    maxLength: '8',
    isRequired: false,
  })
  return (
    <>
      <Card title="定制内容" aside="如刻字，写在订单上">
        {fields.map((field, at) => (
          <FieldFields
            key={field.id}
            field={field}
            onChange={(next) => onChange({ fields: withRow(fields, at, next) })}
            onRemove={() => onChange({ fields: withoutRow(fields, at) })}
          />
        ))}
        {fields.length < LINE_FIELDS_MAX && (
          <Button
            kind="quiet"
            size="small"
            onTap={() => onChange({ fields: [...fields, addField()] })}
          >
            加一项定制
          </Button>
        )}
      </Card>
      <Card title="附加服务" aside="每件另收">
        {services.map((service, at) => (
          <ServiceFields
            key={service.id}
            service={service}
            onChange={(next) => onChange({ services: withRow(services, at, next) })}
            onRemove={() => onChange({ services: withoutRow(services, at) })}
          />
        ))}
        {services.length < LINE_SERVICES_MAX && (
          <Button
            kind="quiet"
            size="small"
            onTap={() =>
              onChange({ services: [...services, { id: partId(), name: '', price: '', note: '' }] })
            }
          >
            加一项服务
          </Button>
        )}
      </Card>
    </>
  )
}

type FieldProps = { field: FieldForm; onChange(field: FieldForm): void; onRemove(): void }

function FieldFields({ field, onChange, onRemove }: FieldProps) {
  return (
    <View className="editor__group">
      <Field
        name="名字"
        value={field.label}
        max={10}
        placeholder="如 刻字"
        onChange={(label) => onChange({ ...field, label })}
      />
      <View className="editor__choices">
        <Choice
          isOnCard
          isSelected={field.kind === 'text'}
          onTap={() => onChange({ ...field, kind: 'text' })}
        >
          顾客写字
        </Choice>
        <Choice
          isOnCard
          isSelected={field.kind === 'choice'}
          onTap={() => onChange({ ...field, kind: 'choice' })}
        >
          顾客选一项
        </Choice>
      </View>
      {field.kind === 'text' ? (
        <Field
          name="最多几字"
          value={field.maxLength}
          max={2}
          placeholder="8"
          isNumber
          onChange={(maxLength) => onChange({ ...field, maxLength })}
        />
      ) : (
        <Field
          name="可选项"
          value={field.choices}
          max={200}
          placeholder="用空格分开，如 红 白"
          onChange={(choices) => onChange({ ...field, choices })}
        />
      )}
      <Row
        label="必须填"
        value={
          <Checkbox
            isChecked={field.isRequired}
            label="必须填"
            onTap={() => onChange({ ...field, isRequired: !field.isRequired })}
          />
        }
      />
      <Remove onTap={onRemove} />
    </View>
  )
}

type ServiceProps = { service: ServiceForm; onChange(service: ServiceForm): void; onRemove(): void }

function ServiceFields({ service, onChange, onRemove }: ServiceProps) {
  return (
    <View className="editor__group">
      <Field
        name="名字"
        value={service.name}
        max={12}
        placeholder="如 礼品包装"
        onChange={(name) => onChange({ ...service, name })}
      />
      <Field
        name="价格"
        value={service.price}
        max={10}
        placeholder="如 12"
        onChange={(price) => onChange({ ...service, price })}
      />
      <Field
        name="说明"
        value={service.note}
        max={40}
        placeholder="可不填"
        onChange={(note) => onChange({ ...service, note })}
      />
      <Remove onTap={onRemove} />
    </View>
  )
}

const Remove = ({ onTap }: { onTap(): void }) => (
  <View className="editor__end">
    <Button kind="quiet" size="small" onTap={onTap}>
      去掉
    </Button>
  </View>
)
