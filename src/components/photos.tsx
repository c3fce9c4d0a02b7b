import { Image, View } from '@tarojs/components'
import { useAppEnvironment } from './app-environment'
import { Icon } from './icon'
import { tappable } from './tappable'
import './photos.scss'

type Props = {
  names: readonly string[]
  /** Accessible name; the position is appended. */
  label: string
  onOpen(name: string): void
}

/** Photos as square thumbnails; a tap opens one full-screen. */
export function Photos({ names, label, onOpen }: Props) {
  if (names.length === 0) return null
  return (
    <View className="photos">
      {names.map((name, index) => (
        <Photo key={name} name={name} label={`${label} ${index + 1}`} onTap={() => onOpen(name)} />
      ))}
    </View>
  )
}

type EditorProps = {
  names: readonly string[]
  max: number
  isBusy: boolean
  onAdd(): void
  onRemove(name: string): void
}

/** Photos to attach: can be added up to `max`, and removed. */
export function PhotoEditor({ names, max, isBusy, onAdd, onRemove }: EditorProps) {
  return (
    <View className="photos">
      {names.map((name, index) => (
        <View key={name} className="photos__kept">
          <Photo name={name} label={`照片 ${index + 1}`} />
          <View
            className="photos__remove"
            {...tappable(`去掉照片 ${index + 1}`)}
            onClick={() => onRemove(name)}
          >
            <Icon name="close" />
          </View>
        </View>
      ))}
      {names.length < max && (
        <View
          className="photos__add"
          {...tappable('添加照片')}
          aria-busy={isBusy}
          onClick={() => {
            if (!isBusy) onAdd()
          }}
        >
          {isBusy ? '正在传…' : <Icon name="plus" />}
          {!isBusy && <View className="photos__count">{`${names.length}/${max}`}</View>}
        </View>
      )}
    </View>
  )
}

type PhotoProps = { name: string; label: string; onTap?(): void }

function Photo({ name, label, onTap }: PhotoProps) {
  const { pictureUrl } = useAppEnvironment()
  return (
    <View
      className="photos__one"
      {...(onTap ? { ...tappable(label), onClick: onTap } : { 'aria-label': label, role: 'img' })}
    >
      <Image className="photos__picture" src={pictureUrl(name)} mode="aspectFill" lazyLoad />
    </View>
  )
}
