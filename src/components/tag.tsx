import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import './tag.scss'

type Props = {
  /** `leaf` says something good, `gold` speaks of tiers, `price` of savings and haste. */
  tone?: 'leaf' | 'gold' | 'price' | 'plain'
  children: ReactNode
}

/** A word or two about the thing beside it. */
export function Tag({ tone = 'plain', children }: Props) {
  return <Text className={`tag tag--${tone}`}>{children}</Text>
}
