import { LINE_FIELDS_MAX, LINE_SERVICES_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { FormFields } from '@/pages/admin/form/form-fields'
import { removeRow, replaceRow } from '@/pages/admin/form/rows'
import { mintId } from '@/services/ids'
import {
  CUSTOMISATION_FIELDS,
  type CustomisationForm,
  SERVICE_FIELDS,
  type SectionProps,
  type ServiceForm,
} from './fields'

/** Characters of an id that has to be unique within one product only. */
const OPTION_ID_LENGTH = 12
const optionId = () => mintId().slice(-OPTION_ID_LENGTH)

/** Customisations that customers fill in, and services that they can pay for. */
export function OptionsSection({ form, onChange }: SectionProps) {
  const { fields, services } = form
  const newField = (): CustomisationForm => ({
    id: optionId(),
    label: '',
    kind: 'text',
    choices: '',
    maxLength: '8',
    isRequired: false,
  })
  return (
    <>
      <Card title="定制内容" aside="如刻字，写在订单上">
        {fields.map((field, index) => (
          <CustomisationFields
            key={field.id}
            field={field}
            onChange={(next) => onChange({ fields: replaceRow(fields, index, next) })}
            onRemove={() => onChange({ fields: removeRow(fields, index) })}
          />
        ))}
        {fields.length < LINE_FIELDS_MAX && (
          <Button
            kind="quiet"
            size="small"
            onTap={() => onChange({ fields: [...fields, newField()] })}
          >
            加一项定制
          </Button>
        )}
      </Card>
      <Card title="附加服务" aside="每件另收">
        {services.map((service, index) => (
          <ServiceFields
            key={service.id}
            service={service}
            onChange={(next) => onChange({ services: replaceRow(services, index, next) })}
            onRemove={() => onChange({ services: removeRow(services, index) })}
          />
        ))}
        {services.length < LINE_SERVICES_MAX && (
          <Button
            kind="quiet"
            size="small"
            onTap={() =>
              onChange({
                services: [...services, { id: optionId(), name: '', price: '', note: '' }],
              })
            }
          >
            加一项服务
          </Button>
        )}
      </Card>
    </>
  )
}

type FieldProps = {
  field: CustomisationForm
  onChange(field: CustomisationForm): void
  onRemove(): void
}

function CustomisationFields({ field, onChange, onRemove }: FieldProps) {
  const change = (part: Partial<CustomisationForm>) => onChange({ ...field, ...part })
  return (
    <View className="editor__group">
      <FormFields specs={CUSTOMISATION_FIELDS} keys={['label']} form={field} onChange={change} />
      <View className="editor__choices">
        <Choice isOnCard isSelected={field.kind === 'text'} onTap={() => change({ kind: 'text' })}>
          顾客写字
        </Choice>
        <Choice
          isOnCard
          isSelected={field.kind === 'choice'}
          onTap={() => change({ kind: 'choice' })}
        >
          顾客选一项
        </Choice>
      </View>
      <FormFields
        specs={CUSTOMISATION_FIELDS}
        keys={[field.kind === 'text' ? 'maxLength' : 'choices', 'isRequired']}
        form={field}
        onChange={change}
      />
      <Remove onTap={onRemove} />
    </View>
  )
}

type ServiceProps = { service: ServiceForm; onChange(service: ServiceForm): void; onRemove(): void }

const ServiceFields = ({ service, onChange, onRemove }: ServiceProps) => (
  <View className="editor__group">
    <FormFields
      specs={SERVICE_FIELDS}
      keys={['name', 'price', 'note']}
      form={service}
      onChange={(part) => onChange({ ...service, ...part })}
    />
    <Remove onTap={onRemove} />
  </View>
)

const Remove = ({ onTap }: { onTap(): void }) => (
  <View className="editor__end">
    <Button kind="quiet" size="small" onTap={onTap}>
      去掉
    </Button>
  </View>
)
