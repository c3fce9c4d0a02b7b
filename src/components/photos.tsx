import { Image, View } from '@tarojs/components'
import { useAppEnvironment } from './app-environment'
import { Icon } from './icon'
import { tappable } from './tappable'
import './photos.scss'

type Props = {
  names: readonly string[]
  /** What they are of, for those who cannot see them. */
  label: string
  onOpen(name: string): void
}

/** Photographs that somebody took, cut to squares; a tap shows one whole. */
export function Photos({ names, label, onOpen }: Props) {
  if (names.length === 0) return null
  return (
    <View className="photos">
      {names.map((name, at) => (
        <Photo key={name} name={name} label={`${label} ${at + 1}`} onTap={() => onOpen(name)} />
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

/** Photographs to be sent along: more can be added up to a number, each can be taken out. */
export function PhotoEditor({ names, max: most, isBusy, onAdd, onRemove }: EditorProps) {
  return (
    <View className="photos">
      {names.map((name, at) => (
        <View key={name} className="photos__kept">
          <Photo name={name} label={`照片 ${at + 1}`} />
          <View
            className="photos__remove"
            {...tappable(`去掉照片 ${at + 1}`)}
            onClick={() => onRemove(name)}
          >
            <Icon name="close" />
          </View>
        </View>
      ))}
      {names.length < most && (
        <View
          className="photos__add"
          {...tappable('添加照片')}
          aria-busy={isBusy}
          onClick={() => {
            if (!isBusy) onAdd()
          }}
        >
          {isBusy ? '正在传…' : <Icon name="plus" />}
          {!isBusy && <View className="photos__count">{`${names.length}/${most}`}</View>}
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
