import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import type { ProductView } from '@core/contract/catalog'
import { specWords } from '@core/domain/catalog'
import { Card, Row } from '@/components/card'
import { Empty, Failure } from '@/components/empty'
import { NavBar } from '@/components/nav-bar'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { notice } from '@/services/notice'
import { go } from '@/services/route'
import { productCard, sharerIn } from '@/services/share'
import { shop } from '@/stores/shop'
import { roundAmountWords } from '@/words/numbers'
import { ArticlesPart } from './articles-part'
import { ContactPart } from './contact-part'
import { Facts } from './facts'
import { Hero } from './hero'
import { Offer } from './offer'
import { ProductBones } from './product-bones'
import { ProductFoot } from './product-foot'
import { QuestionsPart } from './questions-part'
import { ReviewsPart } from './reviews-part'
import { chosenSku, firstChoice } from './sku-choice'
import { SkuSheet, type SheetPurpose } from './sku-sheet'
import './index.scss'

/** A product: what it is, what it costs, which one, and into the cart. */
export default function Product() {
  const { id = '', s } = useRouter().params
  const product = useLoad(() => callShop('catalog.product', { productId: id }), id)
  const view = product.value
  useShareAppMessage(() =>
    productCard(id, { title: view?.title ?? '', memberCode: view?.memberCode ?? null }),
  )
  useEffect(() => {
    if (view?.id !== id) return
    const { note } = shop.getState()
    const sharer = sharerIn(s)
    if (sharer) note('arrive', { productId: id, sharer })
    note('view', { productId: id })
  }, [view?.id, id, s])

  return (
    <View className="product">
      <NavBar isClear />
      {view && <ProductBody key={view.id} product={view} onChange={product.replace} />}
      {!view && product.status === 'loading' && <ProductBones />}
      {!view && product.error?.code === 'NOT_FOUND' && <Gone />}
      {!view && product.error && product.error.code !== 'NOT_FOUND' && (
        <Failure error={product.error} onRetry={() => void product.reload()} />
      )}
    </View>
  )
}

/** Trying again would bring nothing: the shop goes on elsewhere. */
const Gone = () => (
  <Empty
    picture="fallen-leaf"
    title="这件已经下架了"
    note="店里还有别的好东西"
    action="回首页看看"
    onAction={() => go.tab('home')}
  />
)

type BodyProps = { product: ProductView; onChange(product: ProductView): void }

function ProductBody({ product, onChange }: BodyProps) {
  const { skus, dimensions } = product
  const [choice, setChoice] = useState(() => firstChoice(product))
  const [quantity, setQuantity] = useState(1)
  const [purpose, setPurpose] = useState<SheetPurpose | null>(null)
  const sku = chosenSku(skus, choice)
  const isGone = skus.every(({ available }) => available === 0)
  const chosen = sku ? `${specWords(sku.values)} ${quantity} 件`.trim() : '请选择'

  const favour = async () => {
    const isFavourite = !product.isFavourite
    onChange({ ...product, isFavourite })
    const answer = await callShop('catalog.favourite', { productId: product.id, isFavourite })
    if (!answer.ok) {
      onChange({ ...product, isFavourite: !isFavourite })
      notice('没有记下，再点一次')
    }
  }

  const finish = async (how: SheetPurpose) => {
    if (!sku) return setPurpose(how)
    setPurpose(null)
    if (how === 'buy') {
      shop.getState().beginCheckout([{ skuId: sku.id, quantity }])
      return go.checkout()
    }
    const isIn = await shop.getState().addToCart(sku.id, quantity)
    if (isIn) notice('已放进购物车')
  }

  return (
    <>
      <Hero pictures={product.pictures} title={product.title} />
      <View className="product__cards">
        <Offer product={product} sku={sku} />
        <Card>
          {dimensions.length > 0 && (
            <Row label="已选" value={chosen} onTap={() => setPurpose('choose')} />
          )}
          <Row
            label="运费"
            value={`满 ${roundAmountWords(product.freeFreightFromFen)} 包邮`}
          />
        </Card>
        <ReviewsPart product={product} />
        <QuestionsPart product={product} />
        <Facts product={product} />
        <ArticlesPart product={product} />
        <ContactPart product={product} />
      </View>
      <ProductFoot
        isGone={isGone}
        isFavourite={product.isFavourite}
        onFavour={() => void favour()}
        onTake={(how) => (dimensions.length > 0 ? setPurpose(how) : void finish(how))}
      />
      <SkuSheet
        purpose={purpose}
        product={product}
        sku={sku}
        choice={choice}
        quantity={quantity}
        onChoice={setChoice}
        onQuantity={setQuantity}
        onDone={(how) => void finish(how)}
        onClose={() => setPurpose(null)}
      />
    </>
  )
}
