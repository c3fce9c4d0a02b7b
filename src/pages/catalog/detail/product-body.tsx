import type { ProductView } from '@core/contract/storefront'
import { specText } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { Card, Row } from '@/components/card'
import { displayedPrice } from '@/components/sku-choice'
import { failureLine } from '@/copy/failures'
import { useMoments } from '@/hooks/use-moments'
import { callShop } from '@/services/call'
import { now } from '@/services/clock'
import { toast } from '@/services/toast'
import { ArticlesSection } from './articles-section'
import { AssuranceRow } from './assurance-row'
import { AttributesSection } from './attributes-section'
import { DeliveryRow } from './delivery-row'
import { DetailsSection } from './details-section'
import { GuideSection } from './guide-section'
import { Hero } from './hero'
import { LaunchSection } from './launch-section'
import { OffersSection } from './offers-section'
import { PriceSection } from './price-section'
import { ProductFoot } from './product-foot'
import { ProductSummary } from './product-summary'
import { QuestionsSection } from './questions-section'
import { ReviewsSection } from './reviews-section'
import { limitCopy } from './sale-copy'
import { SkuSheet } from './sku-sheet'
import { turningPoints } from './turning-points'
import { type ProductSelection, useProductSelection } from './use-product-selection'
import { useReminder } from './use-reminder'

type Props = {
  product: ProductView
  onChange(product: ProductView): void
  /** A sale has started or ended, or a coupon was claimed: asks the cloud for the product again. */
  onStale(): Promise<void>
}

/** The content of the product page once loaded. */
export function ProductBody({ product, onChange, onStale }: Props) {
  const selection = useProductSelection(product)
  const reminding = useReminder(product, { onChange, onStale })
  useMoments(
    useMemo(() => turningPoints(product, now()), [product]),
    onStale,
  )
  const hasNoOptions =
    product.dimensions.length + product.fields.length + product.services.length === 0
  return (
    <>
      <Hero pictures={product.pictures} title={product.title} />
      <View className="product__cards">
        <PriceSection price={displayedPrice(product, selection.sku)} />
        <ProductSummary
          product={product}
          sku={selection.sku}
          onToggleFavourite={() => void toggleFavourite(product, onChange)}
        />
        <LaunchSection product={product} />
        <SelectionCard product={product} selection={selection} onChange={onStale} />
        <ReviewsSection product={product} />
        <QuestionsSection product={product} />
        <AttributesSection product={product} />
        <GuideSection guide={product.guide} />
        <DetailsSection details={product.details} />
        <ArticlesSection product={product} />
      </View>
      <ProductFoot
        product={product}
        reminding={reminding}
        onChoose={() => selection.openSheet('choose')}
        onPurchase={(purpose) =>
          product.skus.length > 1 || (purpose === 'cart' && !hasNoOptions)
            ? selection.openSheet(purpose)
            : void selection.confirm(purpose)
        }
      />
      <SkuSheet product={product} selection={selection} reminding={reminding} />
    </>
  )
}

/** Toggles the favourite optimistically and reverts it when the call fails. */
async function toggleFavourite(product: ProductView, onChange: Props['onChange']): Promise<void> {
  const isFavourite = !product.isFavourite
  onChange({ ...product, isFavourite })
  const answer = await callShop('catalog.favourite', { productId: product.id, isFavourite })
  if (answer.ok) return
  onChange({ ...product, isFavourite: !isFavourite })
  const { error } = answer
  toast('told' in error ? failureLine(error) : '没有记下，再点一次')
}

/** Chosen specification, available extras, limit, savings, delivery, assurances. */
function SelectionCard({
  product,
  selection,
  onChange,
}: {
  product: ProductView
  selection: ProductSelection
  onChange(): Promise<unknown>
}) {
  const { dimensions, fields, services, limits, delivery, afterSaleDays } = product
  const { sku, quantity } = selection
  const chosen = sku ? `${specText(sku.values)} ${quantity} 件`.trim() : '请选择'
  const extras = [...fields.map(({ label }) => label), ...services.map(({ name }) => name)]
  const limit = limitCopy(limits)
  return (
    <Card>
      {dimensions.length > 0 && (
        <Row label="已选" value={chosen} onTap={() => selection.openSheet('choose')} />
      )}
      {extras.length > 0 && (
        <Row label="可加" value={extras.join(' · ')} onTap={() => selection.openSheet('choose')} />
      )}
      {limit !== '' && <Row label="限购" value={limit} />}
      <OffersSection product={product} onChange={onChange} />
      <DeliveryRow delivery={delivery} />
      <AssuranceRow afterSaleDays={afterSaleDays} />
    </Card>
  )
}
