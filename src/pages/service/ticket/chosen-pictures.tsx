import { View } from '@tarojs/components'
import { TICKET_PICTURES_MAX } from '@core/domain/limits'
import { Icon } from '@/components/icon'
import { Picture } from '@/components/picture'
import { tappable } from '@/components/tappable'

type Props = { pictures: string[]; onPick(): void; onDrop(picture: string): void }

/** The pictures that go along; a tap on one takes it out again. */
export function ChosenPictures({ pictures, onPick, onDrop }: Props) {
  return (
    <View className="chosen-pictures">
      {pictures.map((picture, at) => (
        <View
          key={picture}
          className="chosen-pictures__one"
          {...tappable(`去掉第 ${at + 1} 张图`)}
          onClick={() => onDrop(picture)}
        >
          <Picture name={picture} alt={`第 ${at + 1} 张图`} />
        </View>
      ))}
      {pictures.length < TICKET_PICTURES_MAX && (
        <View className="chosen-pictures__add" {...tappable('加图片')} onClick={onPick}>
          <Icon name="plus" />
        </View>
      )}
    </View>
  )
}
