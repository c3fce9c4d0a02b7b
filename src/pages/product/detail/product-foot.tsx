import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Icon, type IconName } from '@/components/icon'
import { tappable } from '@/components/tappable'
import { go } from '@/services/route'

type Props = {
  isGone: boolean
  isFavourite: boolean
  onFavour(): void
  onTake(how: 'cart' | 'buy'): void
}

/** Under the thumb: remember it, look into the cart, put it in, buy it. */
export function ProductFoot({ isGone, isFavourite, onFavour, onTake }: Props) {
  return (
    <View className="product-foot">
      <SmallWay
        icon={isFavourite ? 'heart-full' : 'heart'}
        name={isFavourite ? '已收藏' : '收藏'}
        onTap={onFavour}
      />
      <SmallWay icon="cart" name="购物车" onTap={() => go.tab('cart')} />
      {isGone ? (
        <Button kind="soft" wide disabled onTap={() => undefined}>
          已售罄
        </Button>
      ) : (
        <>
          <Button kind="soft" wide onTap={() => onTake('cart')}>
            加入购物车
          </Button>
          <Button wide onTap={() => onTake('buy')}>
            立即购买
          </Button>
        </>
      )}
    </View>
  )
}

type WayProps = { icon: IconName; name: string; onTap(): void }

function SmallWay({ icon, name, onTap }: WayProps) {
  return (
    <View className="small-way" {...tappable(name)} onClick={onTap}>
      <Icon name={icon} />
      <Text>{name}</Text>
    </View>
  )
}
