import type { ProductCard } from '@core/contract/storefront'
import { useRef, useState } from 'react'
import { callShop } from '@/services/call'

type More = {
  items: ProductCard[]
  status: 'loading' | 'ready' | 'failed'
  ended: boolean
  more(): Promise<void>
}

/** The products after home's first page, fetched on scrolling to the end. */
export function useMoreProducts(first: string | null): More {
  const [items, setItems] = useState<ProductCard[]>([])
  const [next, setNext] = useState(first)
  const [status, setStatus] = useState<More['status']>('ready')
  const busy = useRef(false)

  const more = async () => {
    if (busy.current || next === null) return
    busy.current = true
    const answer = await callShop('catalog.search', { cursor: next })
    busy.current = false
    if (!answer.ok) return setStatus('failed')
    setItems((before) => [...before, ...answer.value.items])
    setNext(answer.value.next)
    setStatus('ready')
  }

  return { items, status, ended: next === null, more }
}
