import type { ProductView } from '@core/contract/storefront'
import { specWords } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { formatRoundAmount } from '@/copy/numbers'
import { callShop } from '@/services/call'
import { toast } from '@/services/toast'
import { ArticlesSection } from './articles-section'
import { ContactSection } from './contact-section'
import { DetailsSection } from './details-section'
import { AttributesSection } from './attributes-section'
import { GuideSection } from './guide-section'
import { Hero } from './hero'
import { LaunchSection } from './launch-section'
import { ProductSummary } from './product-summary'
import { OffersSection } from './offers-section'
import { PriceSection, displayedPrice } from './price-section'
import { ProductFoot } from './product-foot'
import { QuestionsSection } from './questions-section'
import { ReviewsSection } from './reviews-section'
import { limitCopy } from './sale-copy'
import { SkuSheet } from './sku-sheet'
import { type ProductSelection, useProductSelection } from './use-product-selection'

type Props = {
  product: ProductView
  onChange(product: ProductView): void
  /** What stands here is no longer true: the sale has begun. */
  onStale(): void
}

/** A product's page once the product is there. */
export function ProductBody({ product, onChange, onStale }: Props) {
  const buying = useProductSelection(product)
  const isPlain = product.dimensions.length + product.fields.length + product.services.length === 0
  return (
    <>
      <Hero pictures={product.pictures} title={product.title} />
      <View className="product__cards">
        <PriceSection price={displayedPrice(product, buying.sku)} onOver={onStale} />
        <ProductSummary product={product} sku={buying.sku} />
        <LaunchSection product={product} onSaleStarted={onStale} />
        <OffersSection product={product} />
        <SelectionCard product={product} buying={buying} />
        <ReviewsSection product={product} />
        <QuestionsSection product={product} />
        <AttributesSection product={product} />
        <GuideSection guide={product.guide} />
        <DetailsSection details={product.details} />
        <ArticlesSection product={product} />
        <ContactSection product={product} />
      </View>
      <ProductFoot
        product={product}
        onToggleFavourite={() => void toggleFavourite(product, onChange)}
        onPurchase={(how) => (how === 'cart' && !isPlain ? buying.openSheet(how) : void buying.confirm(how))}
      />
      <SkuSheet product={product} buying={buying} />
    </>
  )
}

/** Marks the product, or not any more; shown at once, taken back when the shop did not hear it. */
async function toggleFavourite(product: ProductView, onChange: Props['onChange']): Promise<void> {
  const isFavourite = !product.isFavourite
  onChange({ ...product, isFavourite })
  const answer = await callShop('catalog.favourite', { productId: product.id, isFavourite })
  if (answer.ok) return
  onChange({ ...product, isFavourite: !isFavourite })
  toast('没有记下，再点一次')
}

/** What is chosen, what may be asked for with it, and what sending it costs. */
function SelectionCard({ product, buying }: { product: ProductView; buying: ProductSelection }) {
  const { dimensions, fields, services, limits, freeFreightFromFen } = product
  const { sku, quantity } = buying
  const chosen = sku ? `${specWords(sku.values)} ${quantity} 件`.trim() : '请选择'
  const extras = [...fields.map(({ label }) => label), ...services.map(({ name }) => name)]
  const limit = limitCopy(limits)
  return (
    <Card>
      {dimensions.length > 0 && (
        <Row label="已选" value={chosen} onTap={() => buying.openSheet('choose')} />
      )}
      {extras.length > 0 && (
        <Row label="可加" value={extras.join(' · ')} onTap={() => buying.openSheet('choose')} />
      )}
      {limit !== '' && <Row label="限购" value={limit} />}
      {freeFreightFromFen !== null && (
        <Row label="运费" value={`满 ${formatRoundAmount(freeFreightFromFen)} 包邮`} />
      )}
    </Card>
  )
}
