import type { NamedSku } from '@core/contract/promotions'
import { TIERS, type Tier } from '@core/domain/members/sections'
import type { TierPrice } from '@core/domain/promotions/kinds/tier-price'
import { PROMOTION_SKUS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { TIER_COPY } from '@/copy/lifecycle'
import { type FieldSpecs, namesOf } from '@/pages/admin/form/field-spec'
import { FormFields } from '@/pages/admin/form/form-fields'
import { amountText, DISCOUNT_MAX, discountText } from '@/pages/admin/form/numbers'
import { removeRow, replaceRow } from '@/pages/admin/form/rows'
import { readScope, type ScopeForm, scopeForm, WHOLE_SHOP } from '@/pages/admin/scope-form'
import type { KindEditor, KindFormProps } from './kind-editor'
import { ScopeCard } from './scope-card'
import { AddSku, SkuLine } from './sku-line'

type PriceRow = { sku: NamedSku; tier: Tier; price: string }

/** `discounts`: what each tier pays, as people write it: 9.5. */
type TierPriceForm = { scope: ScopeForm; discounts: Record<Tier, string>; tierPrices: PriceRow[] }

const ROW_FIELDS = {
  price: {
    input: 'amount',
    path: 'priceFen',
    label: '会员价',
    name: '价格',
    max: 10,
    placeholder: '如 58',
  },
} as const satisfies FieldSpecs<PriceRow>

const discountField = (tier: Tier) =>
  ({
    input: 'discount',
    path: `percents.${tier}`,
    label: TIER_COPY[tier],
    name: '折扣',
    max: DISCOUNT_MAX,
    placeholder: '如 9.5',
  }) as const

/** A price for each tier and SKU. */
const PRICES_MAX = PROMOTION_SKUS_MAX * TIERS.length

/** What each tier pays. */
const DISCOUNT_FIELDS = {
  basic: discountField('basic'),
  silver: discountField('silver'),
  gold: discountField('gold'),
  black: discountField('black'),
} as const satisfies FieldSpecs<Record<Tier, string>>

export const tierPrice: KindEditor<TierPrice, TierPriceForm> = {
  blank: {
    scope: WHOLE_SHOP,
    discounts: { basic: '', silver: '', gold: '', black: '' },
    tierPrices: [],
  },
  fieldNames: { ...namesOf(ROW_FIELDS), prices: '商品和价格', percents: '折扣' },
  errorReasons: {
    DEARER_ABOVE: '比低等级的还贵',
    NOTHING_GIVEN: '至少给一个等级填折扣，或加一个单独的价',
  },
  formOf: ({ scope, percents, prices }, { skuOf, products }) => ({
    scope: scopeForm(scope, products),
    discounts: Object.fromEntries(
      TIERS.map((tier) => [tier, percentText(percents[tier])]),
    ) as Record<Tier, string>,
    tierPrices: prices.map(({ skuId, tier, priceFen }) => ({
      sku: skuOf(skuId),
      tier,
      price: amountText(priceFen),
    })),
  }),
  inputOf: (base, form, read) => {
    const { discounts } = form
    const scope = readScope(form.scope, read)
    const filled = TIERS.filter((tier) => discounts[tier].trim() !== '')
    const percents = read.fields(DISCOUNT_FIELDS, discounts, { keys: filled })
    const prices = form.tierPrices.map((row, index) => {
      const prefix = `prices.${index}.`
      const { price } = read.fields(ROW_FIELDS, row, { keys: ['price'], prefix })
      return { skuId: row.sku.id, tier: row.tier, priceFen: price }
    })
    return { ...base, kind: 'tierPrice', scope, percents, prices }
  },
  Form: TierPriceFields,
}

const percentText = (percent: number | undefined): string =>
  percent === undefined ? '' : discountText(percent)

function TierPriceFields({ form, onChange }: KindFormProps<TierPriceForm>) {
  const { discounts, tierPrices } = form
  return (
    <>
      <Card title="各等级的折扣" aside="空着就不打折">
        <FormFields
          specs={DISCOUNT_FIELDS}
          keys={TIERS}
          form={discounts}
          onChange={(part) => onChange({ discounts: { ...discounts, ...part } })}
        />
      </Card>
      <Card title="单独定价" aside="先于折扣">
        {tierPrices.map((row, index) => (
          <PriceRowFields
            key={`${row.sku.id} ${index}`}
            row={row}
            onChange={(next) => onChange({ tierPrices: replaceRow(tierPrices, index, next) })}
            onRemove={() => onChange({ tierPrices: removeRow(tierPrices, index) })}
          />
        ))}
        {tierPrices.length < PRICES_MAX && (
          <AddSku
            label="加一个价"
            pick="skus"
            onPick={(skus) => {
              const rows = skus.map((sku) => ({ sku, tier: 'gold' as const, price: '' }))
              onChange({ tierPrices: [...tierPrices, ...rows].slice(0, PRICES_MAX) })
            }}
          />
        )}
      </Card>
      <ScopeCard title="折扣管哪些商品" form={form} onChange={onChange} />
    </>
  )
}

type RowProps = { row: PriceRow; onChange(row: PriceRow): void; onRemove(): void }

const PriceRowFields = ({ row, onChange, onRemove }: RowProps) => (
  <SkuLine sku={row.sku} onRemove={onRemove}>
    <View className="scope-field">
      {TIERS.map((tier) => (
        <Choice
          key={tier}
          isOnCard
          isSelected={tier === row.tier}
          onTap={() => onChange({ ...row, tier })}
        >
          {TIER_COPY[tier]}
        </Choice>
      ))}
    </View>
    <FormFields
      specs={ROW_FIELDS}
      keys={['price']}
      form={row}
      onChange={(part) => onChange({ ...row, ...part })}
    />
  </SkuLine>
)
