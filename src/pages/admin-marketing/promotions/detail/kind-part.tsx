import type { ReactNode } from 'react'
import { Card } from '@/components/card'
import { ScopeField } from '@/pages/admin/scope-field'
import { BundlePart } from './bundle-part'
import type { PartProps } from './form'
import { FreeFreightPart, GiftPart } from './gift-part'
import { NthPiecePart, SpendOffPart } from './spend-part'
import { TierPricePart } from './tier-price-part'
import { TimePricePart } from './time-price-part'

/** What an activity of this kind gives, and on what. */
export function KindPart(props: PartProps): ReactNode {
  switch (props.form.kind) {
    case 'timePrice':
      return <TimePricePart {...props} />
    case 'bundle':
      return <BundlePart {...props} />
    case 'tierPrice':
      return (
        <>
          <TierPricePart {...props} />
          <ScopeCard {...props} title="折扣管哪些商品" />
        </>
      )
    case 'nthPiece':
      return (
        <>
          <NthPiecePart {...props} />
          <ScopeCard {...props} title="哪些商品" />
        </>
      )
    case 'spendOff':
      return (
        <>
          <SpendOffPart {...props} />
          <ScopeCard {...props} title="哪些商品算在内" />
        </>
      )
    case 'gift':
      return (
        <>
          <GiftPart {...props} />
          <ScopeCard {...props} title="买哪些商品算在内" />
        </>
      )
    case 'freeFreight':
      return (
        <>
          <FreeFreightPart {...props} />
          <ScopeCard {...props} title="买哪些商品算在内" />
        </>
      )
  }
}

const ScopeCard = ({ form, title, onChange }: PartProps & { title: string }) => (
  <Card title={title}>
    <ScopeField scope={form.scope} onChange={(scope) => onChange({ scope })} />
  </Card>
)
