import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { tappable } from './tappable'
import './card.scss'

type CardProps = {
  title?: string
  /** Text at the right of the title; `onAside` makes it a link. */
  aside?: string
  onAside?(): void
  children: ReactNode
}

/** A white surface with an optional title. */
export function Card({ title, aside, onAside, children }: CardProps) {
  return (
    <View className="card">
      {title !== undefined && (
        <View className="card__head" onClick={onAside}>
          <Text className="card__title">{title}</Text>
          {aside !== undefined && <Text className="card__aside">{aside}</Text>}
          {onAside && <Icon name="next" />}
        </View>
      )}
      {children}
    </View>
  )
}

type RowProps = {
  label: ReactNode
  /** Shown at the right. */
  value?: ReactNode
  /** Makes the row a link. */
  onTap?(): void
}

/** A row of a card: label, value, and an arrow when it can be tapped. */
export function Row({ label, value, onTap }: RowProps) {
  return (
    <View className="row" onClick={onTap} {...(onTap ? tappable() : {})}>
      <View className="row__label">{label}</View>
      <View className="row__value">{value}</View>
      {onTap && <Icon name="next" />}
    </View>
  )
}
