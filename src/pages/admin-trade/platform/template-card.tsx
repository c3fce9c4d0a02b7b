import { NOTIFICATIONS, type NotificationKind } from '@core/domain/notifications/notification'
import { TEMPLATE_ID_MAX } from '@core/kernel/limits'
import { Text } from '@tarojs/components'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { messageCopy } from '../outbox/message-copy'
import { FIELD_NAMES } from './fields'
import type { TemplateForm } from './form'

/** Characters of a key as WeChat's console shows it, `{{character_string12.DATA}}`. */
const KEY_MAX = 40

type Props = {
  kind: NotificationKind
  template: TemplateForm
  /** What is wrong, by the path of the field. */
  errors: Readonly<Record<string, string>>
  onChange(template: TemplateForm): void
}

/** The template of one kind of message: its id, and the key of each field once it has one. */
export function TemplateCard({ kind, template, errors, onChange }: Props) {
  const names: Readonly<Record<string, string>> = FIELD_NAMES[kind]
  const path = `templates.${kind}`
  const noKeys = errors[`${path}.keys`]
  return (
    <Card title={messageCopy(`notice:${kind}`)}>
      <Field
        name="模板编号"
        value={template.id}
        max={TEMPLATE_ID_MAX}
        placeholder="空着就不发这种消息"
        error={errors[`${path}.id`]}
        onChange={(id) => onChange({ ...template, id })}
      />
      {template.id.trim() !== '' &&
        NOTIFICATIONS[kind].map((field) => (
          <Field
            key={field}
            name={names[field] ?? field}
            value={template.keys[field] ?? ''}
            max={KEY_MAX}
            placeholder="模板里没有就空着"
            error={errors[`${path}.keys.${field}`]}
            onChange={(key) => onChange({ ...template, keys: { ...template.keys, [field]: key } })}
          />
        ))}
      {noKeys !== undefined && <Text className="platform__error">{noKeys}</Text>}
    </Card>
  )
}
