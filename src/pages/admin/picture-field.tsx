import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { Picture } from '@/components/picture'
import { tappable } from '@/components/tappable'
import { toast } from '@/services/toast'
import { choosePictures, uploadPicture } from '@/services/upload'
import './picture-field.scss'

type Props = {
  pictures: string[]
  most: number
  /** Accessible name. */
  label: string
  onChange(pictures: string[]): void
}

/** Uploads and removes pictures; a tap moves one to the front. */
export function PictureField({ pictures, most, label, onChange }: Props) {
  const [isBusy, setBusy] = useState(false)
  const add = async () => {
    if (isBusy) return
    const chosen = await choosePictures(most - pictures.length)
    setBusy(true)
    const kept = await Promise.all(chosen.map((path) => uploadPicture(path, 'products')))
    setBusy(false)
    const uploaded = kept.filter((name): name is string => name !== null)
    if (uploaded.length < chosen.length) toast('有图片没有传上去，再试一次')
    if (uploaded.length > 0) onChange([...pictures, ...uploaded])
  }
  const first = (name: string) => onChange([name, ...pictures.filter((one) => one !== name)])
  return (
    <View className="picture-field">
      {pictures.map((name, at) => (
        <View key={name} className="picture-field__one">
          <View
            className="picture-field__picture"
            {...tappable(at === 0 ? `${label} 首图` : `把${label} ${at + 1} 放到最前`)}
            onClick={() => first(name)}
          >
            <Picture name={name} alt={`${label} ${at + 1}`} frame="thumb" />
          </View>
          <View
            className="picture-field__remove"
            {...tappable(`去掉${label} ${at + 1}`)}
            onClick={() => onChange(pictures.filter((one) => one !== name))}
          >
            <Icon name="close" />
          </View>
        </View>
      ))}
      {pictures.length < most && (
        <View
          className="picture-field__add"
          {...tappable(`添加${label}`)}
          aria-busy={isBusy}
          onClick={() => void add()}
        >
          {isBusy ? '正在上传…' : <Icon name="plus" />}
        </View>
      )}
    </View>
  )
}
