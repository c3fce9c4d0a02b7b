import type { ProductView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Icon, type IconName } from '@/components/icon'
import { Sheet } from '@/components/sheet'
import { tappable } from '@/components/tappable'
import { go } from '@/services/route'
import { useShop } from '@/stores/shop'
import { ContactSection } from './contact-section'
import { RemindButton } from './remind-button'
import type { Reminding } from './use-reminder'
import './product-foot.scss'

type Props = {
  product: ProductView
  reminding: Reminding
  onPurchase(purpose: 'cart' | 'buy'): void
  /** Opens the sheet, to choose which of several SKUs to be told of. */
  onChoose(): void
}

/** The foot bar: customer service, cart with its count, add to cart, buy now. */
export function ProductFoot({ product, reminding, onPurchase, onChoose }: Props) {
  const [isAsking, setAsking] = useState(false)
  const cartLines = useShop(
    ({ cart, home }) => cart.value?.lines.length ?? home.value?.greeting?.cartLines ?? 0,
  )
  return (
    <View className="product-foot">
      <FootIcon icon="service" name="客服" onTap={() => setAsking(true)} />
      <FootIcon icon="cart" name="购物车" count={cartLines} onTap={() => go.tab('cart')} />
      <MainButtons
        product={product}
        reminding={reminding}
        onPurchase={onPurchase}
        onChoose={onChoose}
      />
      <Sheet isOpen={isAsking} title="客服" onClose={() => setAsking(false)}>
        <ContactSection product={product} />
      </Sheet>
    </View>
  )
}

/** Add to the cart and buy; or, while it cannot be had, ask to be told when it can. */
function MainButtons({ product, reminding, onPurchase, onChoose }: Props) {
  const { sale, skus } = product
  const [only, ...others] = skus
  if (sale.state === 'NOT_YET') return <RemindButton skuId={null} reminding={reminding} />
  if (only && skus.every(({ available }) => available === 0)) {
    return (
      <>
        <Button kind="soft" wide disabled onTap={() => undefined}>
          已售罄
        </Button>
        {others.length === 0 ? (
          <RemindButton skuId={only.id} reminding={reminding} />
        ) : (
          <Button wide onTap={onChoose}>
            到货提醒我
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      <Button kind="soft" wide onTap={() => onPurchase('cart')}>
        加入购物车
      </Button>
      <Button wide onTap={() => onPurchase('buy')}>
        立即购买
      </Button>
    </>
  )
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
