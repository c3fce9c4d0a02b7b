import type { ProductView } from '@core/contract/storefront'
import { ContactEntry } from '@/components/contact-entry'
import { go } from '@/services/route'

/** Contact entry for this product. */
export const ContactSection = ({ product }: { product: Pick<ProductView, 'id' | 'title'> }) => (
  <ContactEntry
    title={product.title}
    path={`pages/catalog/detail/index?id=${product.id}`}
    onWrite={() => go.writeTicket({ kind: 'product', id: product.id, title: product.title })}
  />
)
