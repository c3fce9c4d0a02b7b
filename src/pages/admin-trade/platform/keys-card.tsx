import { PEM_MAX } from '@core/kernel/limits'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { TextArea } from '@/components/text-area'
import type { PlatformForm } from './form'

/** Characters of the id of a public key, and some for what comes along when it is pasted. */
const KEY_ID_MAX = 80

type Props = {
  form: PlatformForm
  /** What is wrong, by the path of the field. */
  errors: Readonly<Record<string, string>>
  onChange(part: Partial<PlatformForm>): void
}

/** The keys by which messages of WeChat Pay are verified. */
export function KeysCard({ form, errors, onChange }: Props) {
  return (
    <>
      <Card title="微信支付公钥">
        <Field
          name="公钥编号"
          value={form.keyId}
          max={KEY_ID_MAX}
          placeholder="PUB_KEY_ID_…"
          error={errors['publicKey.id']}
          onChange={(keyId) => onChange({ keyId })}
        />
        <TextArea
          label="公钥"
          value={form.keyPem}
          max={PEM_MAX}
          placeholder="粘贴 pub_key.pem 的全部内容"
          error={errors['publicKey.pem']}
          onChange={(keyPem) => onChange({ keyPem })}
        />
      </Card>
      <Card title="平台证书">
        <TextArea
          label="平台证书"
          value={form.certificates}
          max={PEM_MAX}
          placeholder="商户号还没有公钥时才需要：粘贴证书，或填 fetch 让小铺自己下载"
          error={errors['certificates']}
          onChange={(certificates) => onChange({ certificates })}
        />
      </Card>
    </>
  )
}
