import type { ProductView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Icon, type IconName } from '@/components/icon'
import { tappable } from '@/components/tappable'
import { formatMoment } from '@/copy/dates'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import './product-foot.scss'

type Props = {
  product: ProductView
  onToggleFavourite(): void
  onPurchase(purpose: 'cart' | 'buy'): void
}

/** The foot bar: favourite, cart, add to cart, buy now. */
export function ProductFoot({ product, onToggleFavourite, onPurchase }: Props) {
  const { isFavourite } = product
  const reason = unavailableReason(product)
  return (
    <View className="product-foot">
      <FootIcon
        icon={isFavourite ? 'heart-full' : 'heart'}
        name={isFavourite ? '已收藏' : '收藏'}
        onTap={onToggleFavourite}
      />
      <FootIcon icon="cart" name="购物车" onTap={() => go.tab('cart')} />
      {reason !== null ? (
        <Button kind="soft" wide disabled onTap={() => undefined}>
          {reason}
        </Button>
      ) : (
        <>
          <Button kind="soft" wide onTap={() => onPurchase('cart')}>
            加入购物车
          </Button>
          <Button wide onTap={() => onPurchase('buy')}>
            立即购买
          </Button>
        </>
      )}
    </View>
  )
}

/** Why it cannot be bought now; `null` when it can. */
function unavailableReason({ sale, skus }: ProductView): string | null {
  if (sale.state === 'NOT_YET') return `${formatMoment(sale.from, today())} 开售`
  return skus.every(({ available }) => available === 0) ? '已售罄' : null
}

type FootIconProps = { icon: IconName; name: string; onTap(): void }

function FootIcon({ icon, name, onTap }: FootIconProps) {
  return (
    <View className="small-way" {...tappable(name)} onClick={onTap}>
      <Icon name={icon} />
      <Text>{name}</Text>
    </View>
  )
}
