import type { SavePlatformInput } from '@core/contract/platform'
import { NOTIFICATION_KINDS } from '@core/domain/notifications/notification'
import { ok } from '@core/kernel/result'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { EditorPage } from '@/pages/admin/form/editor-page'
import { useEditor } from '@/pages/admin/form/use-editor'
import { callAdmin } from '@/services/call'
import { fieldsIssue, type PlatformIssue, refusalIssue } from './error-copy'
import { formOf, inputOf, type PlatformForm } from './form'
import { KeysCard } from './keys-card'
import { TemplateCard } from './template-card'
import './index.scss'

/** 微信平台: the templates of messages, and the public keys of WeChat Pay. */
export default function PlatformPage() {
  const editor = useEditor<PlatformForm, PlatformIssue>('', load)
  const { issue, isBusy } = editor
  const save = () =>
    editor.submit({
      read: inputOf,
      describe: (error) => fieldsIssue([error]),
      send,
      done: '已保存',
    })
  const foot = () => (
    <View className="platform__foot">
      {issue !== null && (
        <View className="platform__issue" role="alert">
          {issue.line}
        </View>
      )}
      <Button wide busy={isBusy} onTap={() => void save()}>
        保存
      </Button>
    </View>
  )
  return (
    <EditorPage editor={editor} title="微信平台" skeletonRows={5} foot={foot}>
      {(form) => <Fields form={form} issue={issue} onChange={editor.update} />}
    </EditorPage>
  )
}

async function load() {
  const answer = await callAdmin('platform.show', {})
  return answer.ok ? ok(formOf(answer.value)) : answer
}

async function send(input: SavePlatformInput): Promise<PlatformIssue | null> {
  const answer = await callAdmin('platform.save', input)
  return answer.ok ? null : refusalIssue(answer.error)
}

type FieldsProps = {
  form: PlatformForm
  issue: PlatformIssue | null
  onChange(change: (form: PlatformForm) => PlatformForm): void
}

function Fields({ form, issue, onChange }: FieldsProps) {
  const errors = issue?.fields ?? {}
  return (
    <>
      <View className="platform__note">
        在微信公众平台的「订阅消息」里选好模板，把模板编号和各项的关键词（如 thing1）抄到这里。
      </View>
      {NOTIFICATION_KINDS.map((kind) => (
        <TemplateCard
          key={kind}
          kind={kind}
          template={form.templates[kind]}
          errors={errors}
          onChange={(template) =>
            onChange((before) => ({
              ...before,
              templates: { ...before.templates, [kind]: template },
            }))
          }
        />
      ))}
      {form.hasKeys && (
        <>
          <View className="platform__note">
            公钥在微信支付商户平台的「API
            安全」里下载，用来认出微信支付发来的消息。换了公钥，先在这里保存新的。
          </View>
          <KeysCard
            form={form}
            errors={errors}
            onChange={(part) => onChange((before) => ({ ...before, ...part }))}
          />
        </>
      )}
    </>
  )
}
