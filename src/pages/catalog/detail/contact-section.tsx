import type { ProductView } from '@core/contract/storefront'
import { ContactEntry } from '@/components/contact-entry'
import { useContactHours } from '@/hooks/use-contact-hours'
import { go } from '@/services/route'

/** Contact entry for this product. */
export function ContactSection({ product }: { product: Pick<ProductView, 'id' | 'title'> }) {
  const hours = useContactHours()
  return (
    <ContactEntry
      hours={hours}
      title={product.title}
      path={`pages/catalog/detail/index?id=${product.id}`}
      onWrite={() => go.writeTicket({ kind: 'product', id: product.id, title: product.title })}
    />
  )
}
