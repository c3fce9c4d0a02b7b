import type { ProductView } from '@core/contract/storefront'
import type { CustomField, LineOptions, OptionsError, Service } from '@core/domain/catalog/product'
import { Input, Text, View } from '@tarojs/components'
import { Checkbox } from '@/components/checkbox'
import { Choice } from '@/components/choice'
import { formatAmount } from '@/copy/numbers'

type Props = {
  product: Pick<ProductView, 'fields' | 'services'>
  options: LineOptions
  error: OptionsError | null
  onChange(options: LineOptions): void
}

/** Custom fields and additional services of a line. */
export function OptionFields({ product, options, error, onChange }: Props) {
  const { fields, services } = product
  const setField = (id: string, value: string) =>
    onChange({ ...options, fields: { ...options.fields, [id]: value } })
  const toggle = (id: string) => {
    const rest = options.services.filter((one) => one !== id)
    const isOn = rest.length < options.services.length
    onChange({ ...options, services: isOn ? rest : [...rest, id] })
  }
  return (
    <>
      {fields.map((field) => (
        <FieldRow
          key={field.id}
          field={field}
          value={options.fields[field.id] ?? ''}
          error={error?.field === field.id ? errorCopy(field, error.code) : ''}
          onChange={(value) => setField(field.id, value)}
        />
      ))}
      {services.length > 0 && (
        <View>
          <View className="sku__name">附加服务</View>
          {services.map((service) => (
            <ServiceRow
              key={service.id}
              service={service}
              isOn={options.services.includes(service.id)}
              onTap={() => toggle(service.id)}
            />
          ))}
        </View>
      )}
    </>
  )
}

function errorCopy({ label, maxLength }: CustomField, code: OptionsError['code']): string {
  switch (code) {
    case 'FIELD_MISSING':
      return `写上${label}再继续`
    case 'FIELD_TOO_LONG':
      return `最多 ${maxLength} 个字`
    case 'FIELD_UNKNOWN':
    case 'SERVICE_UNKNOWN':
      return '这一项变了，重新选一下'
  }
}

type FieldProps = {
  field: CustomField
  value: string
  error: string
  onChange(value: string): void
}

function FieldRow({ field, value, error, onChange }: FieldProps) {
  const { label, kind, choices, maxLength, isRequired } = field
  return (
    <View>
      <View className="sku__name">
        {label}
        <Text className="sku__note">{isRequired ? '必填' : '可不填'}</Text>
      </View>
      {kind === 'text' ? (
        <View className="sku__typed">
          <Input
            className="sku__input"
            value={value}
            maxlength={maxLength}
            placeholder={`最多 ${maxLength} 个字`}
            placeholderClass="placeholder"
            aria-label={label}
            onInput={(event) => onChange(event.detail.value)}
          />
          <Text className="sku__note">{`${[...value].length}/${maxLength}`}</Text>
        </View>
      ) : (
        <View className="sku__values">
          {choices.map((one) => (
            <Choice
              key={one}
              isOnCard
              isSelected={one === value}
              onTap={() => onChange(one === value ? '' : one)}
            >
              {one}
            </Choice>
          ))}
        </View>
      )}
      {error !== '' && (
        <View className="sku__error" role="alert">
          {error}
        </View>
      )}
    </View>
  )
}

type ServiceProps = { service: Service; isOn: boolean; onTap(): void }

function ServiceRow({ service: { name, note, priceFen }, isOn, onTap }: ServiceProps) {
  return (
    <View className="sku__service">
      <Checkbox isChecked={isOn} label={`${name}，每件 ${formatAmount(priceFen)}`} onTap={onTap} />
      <View className="sku__service-words" onClick={onTap}>
        <Text>{name}</Text>
        {note !== '' && <Text className="sku__note">{note}</Text>}
      </View>
      <Text className="sku__service-price">{`+${formatAmount(priceFen)}/件`}</Text>
    </View>
  )
}
