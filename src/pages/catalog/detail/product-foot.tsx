import type { ProductView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Icon, type IconName } from '@/components/icon'
import { Sheet } from '@/components/sheet'
import { tappable } from '@/components/tappable'
import { formatMoment } from '@/copy/dates'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { useShop } from '@/stores/shop'
import { ContactSection } from './contact-section'
import './product-foot.scss'

type Props = {
  product: ProductView
  onPurchase(purpose: 'cart' | 'buy'): void
}

/** The foot bar: customer service, cart with its count, add to cart, buy now. */
export function ProductFoot({ product, onPurchase }: Props) {
  const [isAsking, setAsking] = useState(false)
  const cartLines = useShop(
    ({ cart, home }) => cart.value?.lines.length ?? home.value?.greeting?.cartLines ?? 0,
  )
  const reason = unavailableReason(product)
  return (
    <View className="product-foot">
      <FootIcon icon="service" name="客服" onTap={() => setAsking(true)} />
      <FootIcon icon="cart" name="购物车" count={cartLines} onTap={() => go.tab('cart')} />
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
      <Sheet isOpen={isAsking} title="客服" onClose={() => setAsking(false)}>
        <ContactSection product={product} />
      </Sheet>
    </View>
  )
}

/** Why it cannot be bought now; `null` when it can. */
function unavailableReason({ sale, skus }: ProductView): string | null {
  if (sale.state === 'NOT_YET') return `${formatMoment(sale.from, today())} 开售`
  return skus.every(({ available }) => available === 0) ? '已售罄' : null
}

type FootIconProps = { icon: IconName; name: string; count?: number; onTap(): void }

function FootIcon({ icon, name, count = 0, onTap }: FootIconProps) {
  return (
    <View
      className="small-way"
      {...tappable(count > 0 ? `${name} ${count}` : name)}
      onClick={onTap}
    >
      <Icon name={icon} />
      {count > 0 && <Text className="small-way__count">{String(count)}</Text>}
      <Text>{name}</Text>
    </View>
  )
}
