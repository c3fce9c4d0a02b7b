import { View } from '@tarojs/components'
import { Banner } from '@/components/banner'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { Checkbox } from '@/components/checkbox'
import { TextArea } from '@/components/text-area'
import { FormFields } from '@/pages/admin/form/form-fields'
import { MomentField } from '@/pages/admin/moment-field'
import { PictureField } from '@/pages/admin/picture-field'
import { now, today } from '@/services/clock'
import { bannerState } from './copy'
import { BANNER_FIELDS, type BannerForm, TITLE_MAX } from './form'
import { LinkField } from './link-field'

type Props = {
  banner: BannerForm
  /** 横幅 1: what the buttons name it. */
  name: string
  isOpen: boolean
  onToggle(): void
  onChange(part: Partial<BannerForm>): void
  /** Absent for the first. */
  onMoveUp: (() => void) | undefined
  onRemove(): void
}

/** A banner as customers see it, what becomes of it, and, when open, its fields. */
export function BannerCard(props: Props) {
  const { banner, name, isOpen, onToggle, onChange, onMoveUp, onRemove } = props
  return (
    <Card title={name} aside={bannerState(banner, now(), today())}>
      <Banner banner={{ ...banner, title: banner.title || '标题' }} />
      <View className="home-editor__buttons">
        {onMoveUp && (
          <Button kind="quiet" size="small" label={`上移${name}`} onTap={onMoveUp}>
            上移
          </Button>
        )}
        <Button kind="quiet" size="small" label={`去掉${name}`} onTap={onRemove}>
          去掉
        </Button>
        <Button kind="quiet" size="small" label={`编辑${name}`} onTap={onToggle}>
          {isOpen ? '收起' : '编辑'}
        </Button>
      </View>
      {isOpen && <BannerFields banner={banner} onChange={onChange} />}
    </Card>
  )
}

function BannerFields({ banner, onChange }: Pick<Props, 'banner' | 'onChange'>) {
  const { title, picture, link, linkName, isOn, from, until } = banner
  return (
    <>
      <FormFields specs={BANNER_FIELDS} keys={['eyebrow']} form={banner} onChange={onChange} />
      <View className="home-editor__heading">
        <View className="editor__label">标题</View>
        <TextArea
          label="横幅标题"
          value={title}
          max={TITLE_MAX}
          placeholder="一行或两行"
          onChange={(next) => onChange({ title: next })}
        />
      </View>
      <FormFields specs={BANNER_FIELDS} keys={['note']} form={banner} onChange={onChange} />
      <PictureField
        pictures={picture === '' ? [] : [picture]}
        most={1}
        label="横幅图片"
        onChange={([next = '']) => onChange({ picture: next })}
      />
      <LinkField link={link} linkName={linkName} onChange={onChange} />
      <Row
        label="显示"
        value={
          <Checkbox isChecked={isOn} label="显示这张" onTap={() => onChange({ isOn: !isOn })} />
        }
      />
      <MomentField
        name="从"
        value={from}
        placeholder="马上"
        onChange={(next) => onChange({ from: next })}
      />
      <MomentField
        name="到"
        value={until}
        placeholder="一直"
        onChange={(next) => onChange({ until: next })}
      />
    </>
  )
}
