import type { ProductView } from '@core/contract/storefront'
import { specWords } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { formatRoundAmount } from '@/copy/numbers'
import { callShop } from '@/services/call'
import { toast } from '@/services/toast'
import { ArticlesPart } from './articles-section'
import { ContactPart } from './contact-section'
import { DetailsPart } from './details-section'
import { Facts } from './attributes-section'
import { GuidePart } from './guide-section'
import { Hero } from './hero'
import { LaunchPart } from './launch-section'
import { Offer } from './product-summary'
import { OffersPart } from './offers-section'
import { PricePart, priceShown } from './price-section'
import { ProductFoot } from './product-foot'
import { QuestionsPart } from './questions-section'
import { ReviewsPart } from './reviews-section'
import { limitCopy } from './sale-copy'
import { SkuSheet } from './sku-sheet'
import { type Buying, useBuying } from './use-product-selection'

type Props = {
  product: ProductView
  onChange(product: ProductView): void
  /** What stands here is no longer true: the sale has begun. */
  onStale(): void
}

/** A product's page once the product is there. */
export function ProductBody({ product, onChange, onStale }: Props) {
  const buying = useBuying(product)
  const isPlain = product.dimensions.length + product.fields.length + product.services.length === 0
  return (
    <>
      <Hero pictures={product.pictures} title={product.title} />
      <View className="product__cards">
        <PricePart price={priceShown(product, buying.sku)} onOver={onStale} />
        <Offer product={product} sku={buying.sku} />
        <LaunchPart product={product} onBegun={onStale} />
        <OffersPart product={product} />
        <ChoiceCard product={product} buying={buying} />
        <ReviewsPart product={product} />
        <QuestionsPart product={product} />
        <Facts product={product} />
        <GuidePart guide={product.guide} />
        <DetailsPart details={product.details} />
        <ArticlesPart product={product} />
        <ContactPart product={product} />
      </View>
      <ProductFoot
        product={product}
        onFavour={() => void favour(product, onChange)}
        onTake={(how) => (how === 'cart' && !isPlain ? buying.open(how) : void buying.finish(how))}
      />
      <SkuSheet product={product} buying={buying} />
    </>
  )
}

/** Marks the product, or not any more; shown at once, taken back when the shop did not hear it. */
async function favour(product: ProductView, onChange: Props['onChange']): Promise<void> {
  const isFavourite = !product.isFavourite
  onChange({ ...product, isFavourite })
  const answer = await callShop('catalog.favourite', { productId: product.id, isFavourite })
  if (answer.ok) return
  onChange({ ...product, isFavourite: !isFavourite })
  toast('没有记下，再点一次')
}

/** What is chosen, what may be asked for with it, and what sending it costs. */
function ChoiceCard({ product, buying }: { product: ProductView; buying: Buying }) {
  const { dimensions, fields, services, limits, freeFreightFromFen } = product
  const { sku, quantity } = buying
  const chosen = sku ? `${specWords(sku.values)} ${quantity} 件`.trim() : '请选择'
  const extras = [...fields.map(({ label }) => label), ...services.map(({ name }) => name)]
  const limit = limitCopy(limits)
  return (
    <Card>
      {dimensions.length > 0 && (
        <Row label="已选" value={chosen} onTap={() => buying.open('choose')} />
      )}
      {extras.length > 0 && (
        <Row label="可加" value={extras.join(' · ')} onTap={() => buying.open('choose')} />
      )}
      {limit !== '' && <Row label="限购" value={limit} />}
      {freeFreightFromFen !== null && (
        <Row label="运费" value={`满 ${formatRoundAmount(freeFreightFromFen)} 包邮`} />
      )}
    </Card>
  )
}
