import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import './tag.scss'

type Props = {
  /** `leaf` is positive, `gold` is about tiers, `price` is about savings and urgency. */
  tone?: 'leaf' | 'gold' | 'price' | 'plain'
  children: ReactNode
}

export function Tag({ tone = 'plain', children }: Props) {
  return <Text className={`tag tag--${tone}`}>{children}</Text>
}
